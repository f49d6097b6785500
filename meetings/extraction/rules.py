"""Every rule by its name: what it says and an example, for the documentation and for whoever looks up a finding."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """What a rule reads, in one line, and words to which it applies."""

    description: str
    example: str


RULES: dict[str, Rule] = {
    "country.acts-for-organization": Rule("Who acts for a body acts for no state.", "Head of the EU Delegation"),
    "country.adjective": Rule("A state named by its adjective.", "the Chilean side"),
    "country.delegation": Rule("The state whose delegation somebody leads.", "a delegation of Peru led by Anna Bell"),
    "country.demonym": Rule("A state named by its nationals.", "the Swedes"),
    "country.host": Rule(
        "Where they met, if none of the others acts for it.", "Minister Bell met Minister Ana Ruiz of Peru in Oslo"
    ),
    "country.long": Rule("A state named in full.", "the Republic of Ghana"),
    "country.most-named": Rule(
        "Nothing else told, nobody else acts for it: the state named most.", "Ghana … Ghana … President Bell"
    ),
    "country.name": Rule("A state named shortly.", "Ghana"),
    "country.not-told": Rule("No state stands beside the person.", "Anna Bell"),
    "country.of-colleague": Rule("The state beside “colleague” or “counterpart”.", "his Chilean counterpart Ana Ruiz"),
    "country.of-host": Rule("A lesser official without a state: the side named first.", "President Bell and her aide"),
    "country.of-headline": Rule("The state that the headline gives the office.", "Ghanaian FM in Oslo … Minister Bell"),
    "country.of-leader": Rule("The state beside a word for a leader.", "the Chilean leader Ana Ruiz"),
    "country.of-name": Rule("The state after the name.", "Ana Ruiz of Chile"),
    "country.of-office-name": Rule("An office that one state alone calls so.", "Secretary of State Anna Bell"),
    "country.of-posting": Rule(
        "Who is called on by an ambassador to a state acts for it.", "the ambassador of Ghana to Peru and Minister Bell"
    ),
    "country.of-office": Rule("The state the office belongs to.", "President of Ghana Kofi Mensah"),
    "country.of-unheld-office": Rule(
        "An office that nobody else holds, named elsewhere with its state.", "President Bell … the President of Ghana"
    ),
    "country.paired": Rule(
        "The state named with that of whom they met.", "the ties between Ghana and Peru … Minister Bell met Ana Ruiz"
    ),
    "country.publisher": Rule("Nothing else told: the state that publishes.", "Foreign Minister Anna Bell"),
    "country.represented": Rule("The state somebody is said to represent.", "Anna Bell, who represents Ghana"),
    "country.side": Rule("The side somebody is listed on.", "On the Chilean side, Ana Ruiz attended"),
    "date.absolute": Rule("A calendar date.", "3 May 2021"),
    "date.day-of-publication": Rule("Nothing nearer told: the day of publication.", "Anna Bell met Omar Dia."),
    "date.not-told": Rule("Neither the text nor the page tells a date.", "Anna Bell met Omar Dia."),
    "date.relative": Rule("A date counted from the day of publication.", "yesterday; next month"),
    "date.season": Rule("A season or a part of a year: the year.", "next autumn"),
    "date.weekday": Rule("The weekday next to the day of publication.", "on Monday"),
    "format.call": Rule("A word for a telephone call.", "spoke by phone"),
    "format.ceremony": Rule("A word for a ceremony.", "presented credentials"),
    "format.default": Rule("An encounter without a word for its kind.", "—"),
    "format.lecture": Rule("A word for a lecture or an address.", "delivered a lecture"),
    "format.many-parties": Rule("Office-holders of many states.", "President A of Ghana, Prime Minister B of Peru, …"),
    "format.multilateral": Rule("A word for a gathering of several parties.", "summit"),
    "format.news-conference": Rule("A word for statements to the press.", "joint news conference"),
    "format.questions": Rule("Several speak and are asked: they are before the press.", "QUESTION: …"),
    "format.talks": Rule("A word for a meeting in person.", "met with"),
    "format.video": Rule("A word for a meeting by video link.", "videoconference"),
    "home.agency": Rule("Who publishes: the state whose news agency tells it.", "an agency's name in the dateline"),
    "home.kicker": Rule("Who publishes: the state with a colon that opens the headline.", "Ghana : le président …"),
    "home.language": Rule("Who publishes: a state that most texts of the language come from.", "—"),
    "home.most-named": Rule(
        "Who publishes, if nothing else shows it: the state named most. Too unsure to count as a side.", "Ghana … Ghana"
    ),
    "home.not-read": Rule("Read by older rules, which did not look for the state that publishes.", "—"),
    "home.not-told": Rule("Neither page nor text shows whose they are.", "Anna Bell met Omar Dia."),
    "home.own-word": Rule("Who publishes: an office or a house that one state calls so.", "a palace's name"),
    "home.printed-form": Rule("Who publishes: a line as one state's pages print it.", "—"),
    "home.site": Rule("Who publishes: the address of a government's site on the page.", "mfa.example.gov.gh"),
    "home.source-url": Rule("Who publishes: the government's site that the text was taken from.", "—"),
    "home.state-named": Rule("Who publishes: a state named in the header or the footer.", "Embassy of Ghana"),
    "home.town": Rule("Who publishes: a town in the header or the dateline.", "Oslo, 3 May. –"),
    "language.function-words": Rule("The small words of a language decide.", "va, bilan, uchun"),
    "language.hint": Rule("Known from outside the text.", "—"),
    "language.no-letters": Rule("There is nothing to tell a language by.", "• 29"),
    "language.script": Rule("The script is used for one language only.", "Հայերեն"),
    "language.statistics": Rule("Letter statistics decide.", "—"),
    "language.unknown": Rule("No language is near enough.", "Zzz qqq"),
    "name.fullest-form": Rule("The longest form of a name, in the nominative.", "Anna Maria Bell"),
    "office.beside-name": Rule("The office before or after a name.", "Anna Bell, Minister of Energy"),
    "office.of-colleague": Rule("A counterpart holds the same office.", "his Chilean counterpart Ana Ruiz"),
    "office.not-told": Rule("No office stands beside the name.", "Anna Bell"),
    "organization.publisher": Rule("A Secretary-General on a page of the body.", "The Secretary-General met Omar Dia"),
    "organization.none": Rule("The person acts for no body that is named.", "—"),
    "organization.of-office": Rule("The body the office belongs to.", "Secretary-General of the United Nations"),
    "place.dateline": Rule("The dateline's town, in the state that is visited.", "OSLO, 3 May – on a visit to Norway"),
    "place.arrival": Rule("The town that somebody arrived in before.", "He arrived in Oslo. Then he met Omar Dia."),
    "place.headline": Rule("The last piece of a press encounter's headline.", "Doorstop interview, Oldport"),
    "place.house": Rule("A house by whose name its town is known.", "Welcome to the White House. … in Washington"),
    "place.page-line": Rule("A line of the header that names a town and nothing else.", "3 May 2021, Oslo"),
    "place.town-body": Rule("The header of a town's own office.", "Governorate of Oldport"),
    "place.unlisted": Rule("A town that no list has.", "met in Valga on Thursday"),
    "place.not-told": Rule("The text names no town for the meeting.", "They met on Monday."),
    "place.town": Rule("A town linked to the encounter.", "met in Oslo"),
    "place.visited-town": Rule("The town that somebody visits.", "during her visit to Oslo she met Omar Dia"),
    "place.welcome": Rule("A host's words of welcome name the town.", "pleased to see you in Oslo"),
    "place-country.at-home": Rule("The press is met at home.", "Minister Bell of Ghana told a press conference"),
    "place-country.embassy": Rule("Where an embassy is.", "at the Embassy of Ghana in Peru"),
    "place-country.host": Rule("Where an ambassador is posted.", "Ghana’s President Bell received Ambassador Dia"),
    "place-country.house": Rule("The state of a house known by its name.", "met at the White House"),
    "place-country.posting": Rule(
        "Where an ambassador is posted, if nobody acts for a third state.", "Ghana’s ambassador to Peru met a bishop"
    ),
    "place-country.receiver": Rule("The state of whoever receives a guest.", "President Bell received Omar Dia"),
    "place-country.state": Rule("A state linked to the encounter.", "met in Norway"),
    "place-country.town": Rule("The state of the town.", "met in Oslo"),
    "place-country.visit": Rule("The state that is visited.", "on a working visit to Norway"),
    "place-country.welcome": Rule("A host's words of welcome name the state.", "welcome to Norway, Minister"),
    "published.date-line": Rule("A line of the page that is a date.", "3 May 2021, 11:40"),
    "published.dateline": Rule("The date in an agency's dateline.", "OSLO, 3 May 2021 (NEWS) --"),
    "published.headline": Rule("The date that closes the headline.", "Statement by Anna Bell (Oslo, 3 May 2021)"),
    "published.hint": Rule("Known from outside the text.", "—"),
    "published.no-date-line": Rule("The page prints no full date.", "—"),
    "published.signature": Rule("The date of a line below the story.", "by Anna Bell, Monday 3 May 2021"),
    "quote.dash": Rule("Words after a speech dash.", "— We agree, — said Bell."),
    "quote.marks": Rule("Words in quotation marks.", "“We agree,” Bell said."),
    "quote.opening-remarks": Rule("What stands before the first label of a transcript.", "Good morning. …"),
    "quote.paragraphs": Rule("Quotation marks that run over several paragraphs.", "“First. … “Second.”"),
    "quote.said-colon": Rule("Paragraphs with a dash after “said:”.", "The minister said:\n- Dear friends!"),
    "quote.turn": Rule("A turn of a transcript.", "Anna Bell: We agree."),
    "quote.unclosed": Rule("Marks that are never closed; they end with the paragraph.", "“We agree and go on"),
    "reference.announced": Rule("An encounter to come.", "will meet Omar Dia in June"),
    "reference.dealings": Rule("What two did together at another time.", "in May we opened the road with Omar Dia"),
    "reference.no-date": Rule("The encounter's date is not told.", "their last meeting"),
    "reference.recalled": Rule("An encounter of the past.", "recalled the talks with Omar Dia in June"),
    "reference.visit": Rule("A visit of a person to a state.", "the visit of Omar Dia to Chile"),
    "speaker.colon": Rule("Whoever the words before a colon name.", "Anna Bell:"),
    "speaker.continued": Rule("The speaker of the words before goes on.", "“A,” Bell said. “B.”"),
    "speaker.document": Rule("A paper speaks: the body named last.", "“We agree,” the statement said"),
    "speaker.epithet": Rule("The host, the latter, the one from a state.", "“We agree,” said the host."),
    "speaker.headline": Rule("The person the headline names.", "Remarks by Anna Bell"),
    "speaker.heading": Rule("A heading in quotation marks: whoever speaks below it.", "“We agree” … Bell said so."),
    "speaker.initials": Rule("A label gives the first letters of an office or a name.", "SG: We agree."),
    "speaker.in-turn": Rule("Named between two quotations of one sentence.", "Bell spoke of “A”, Dia of “B”."),
    "speaker.introduced": Rule("The paragraph before ends in a colon.", "Anna Bell said:"),
    "speaker.label": Rule("The label of a transcript.", "Anna Bell:"),
    "speaker.last-subject": Rule("Whoever acted last.", "—"),
    "speaker.pointed-back": Rule("Words behind a quotation that mean it.", "“We agree.” Those were Bell’s words."),
    "speaker.of-clause": Rule("A clause that hangs on a name.", "They answered Bell, who had spoken of “a delay”."),
    "speaker.reply": Rule("An answer whose speaker is not named.", "“When?” asked Bell. “Soon,” came the reply."),
    "speaker.reported-mood": Rule(
        "The verb has the mood of reported speech: who spoke last goes on.", "Bell warnte. Dia müsse „sofort“ handeln."
    ),
    "speaker.signature": Rule("A name alone behind the words.", "“We agree.” — Anna Bell"),
    "speaker.statement": Rule("A noun for what was said behind the words.", "Bell'in “We agree” açıklaması"),
    "speaker.subject": Rule("Whoever the sentence is about.", "Bell was brief. “We agree.”"),
    "speaker.unknown": Rule("The text leaves it open.", "“We agree.”"),
    "speaker.verb-after": Rule("A verb of speech after the words.", "“We agree,” said Bell"),
    "speaker.verb-before": Rule("A verb of speech before the words.", "Bell said: “We agree.”"),
    "speaker.words-of": Rule("A noun of speech before the name.", "in the words of Bell, “we agree”"),
    "title.headline": Rule("The line of the header that reads like a headline.", "Foreign Minister meets envoy"),
    "title.hint": Rule("Known from outside the text.", "—"),
    "title.no-headline": Rule("The page has no headline.", "—"),
}  # fmt: skip
