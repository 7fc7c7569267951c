/** Elements of pages. Words are always put in as text, never as markup. */

/**
 * Return a new element.
 * @param {string} name its tag
 * @param {Record<string, string | null | undefined>} attributes those without a value are left out
 * @param {...(Node | string)} inside
 * @returns {HTMLElement}
 */
export function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value) {
      made.setAttribute(key, value);
    }
  }
  made.append(...inside);
  return made;
}

/**
 * Return a sentence with its names filled in: "{n} treff".
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function say(sentence, values) {
  return sentence.replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole);
}
