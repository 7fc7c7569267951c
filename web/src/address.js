/**
 * The search as it stands in the address, after the number sign: that part is never sent to a
 * server, and works where a page is opened from a folder.
 */

/**
 * Return whether an address leads to a place on the page, as the link to its content does.
 * @param {Location} location
 * @returns {boolean}
 */
export function isPlaceOnPage({ hash }) {
  return hash.length > 1 && !hash.includes("=");
}

/**
 * Return what an address asks for.
 * @param {Location} location
 * @returns {URLSearchParams}
 */
export function wantedIn({ hash }) {
  return new URLSearchParams(hash.slice(1));
}

/**
 * Return a form's values as they stand in an address, without those that are empty.
 * @param {HTMLFormElement} form
 * @returns {URLSearchParams}
 */
export function wantedOf(form) {
  const filled = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  return new URLSearchParams(filled);
}

/**
 * Set a form to what is wanted; what the form has no choice for is left out.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} wanted
 * @returns {string[]} what is left out, as it stands in an address
 */
export function fill(form, wanted) {
  for (const control of form.elements) {
    const values = wanted.getAll(control.name);
    if (control.type === "checkbox") {
      control.checked = values.includes(control.value);
    } else if (control.tagName === "SELECT") {
      const known = [...control.options].map((one) => one.value);
      control.value = values.find((one) => known.includes(one)) ?? "";
    } else if (control.type === "search") {
      control.value = values[0] ?? "";
    }
  }
  const filled = wantedOf(form);
  const left = [...wanted].filter(
    ([name, value]) => name !== "q" && value !== "" && !filled.getAll(name).includes(value),
  );
  return left.map(([name, value]) => `${name}=${value}`);
}

/**
 * Return the address of this page with a search in it.
 * @param {URLSearchParams} wanted
 * @returns {string}
 */
export function addressOf(wanted) {
  const page = window.location.href.split(/[?#]/)[0];
  const told = wanted.toString();
  return told ? `${page}#${told}` : page;
}

/**
 * Put a search into the address. A browser that forbids it for files on a disk loses nothing else.
 * @param {URLSearchParams} wanted
 * @param {boolean} isStep whether "back" leads to what stood there before
 */
export function note(wanted, isStep) {
  const address = addressOf(wanted);
  if (address === window.location.href) {
    return;
  }
  try {
    if (isStep) {
      window.history.pushState(null, "", address);
    } else {
      window.history.replaceState(null, "", address);
    }
  } catch {
    // Some browsers allow only so many changes in a while.
  }
}
