// While an import is worked on, its progress is renewed in place; once it is done, so is the page.
const every = 2000;

async function renew() {
  const here = document.getElementById("import-standing");
  try {
    const response = await fetch(location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.getElementById("import-standing");
    if (!now || now.dataset.standing !== here.dataset.standing) {
      location.reload();
      return;
    }
    for (const part of [".import-progress", ".import-facts", ".import-files"]) {
      const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
      if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(fresh);
    }
  } catch {
    // The server is away for the moment: the next time will tell.
  }
  setTimeout(renew, every);
}

setTimeout(renew, every);
