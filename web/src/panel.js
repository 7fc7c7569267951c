/** The filters beside the results: how many records each value has, and how much of a list shows. */

import { say } from "./dom.js";

const WIDE = "(min-width: 62rem)";
const SHORT = 8;
const TALLEST = 18;
const PART_OF_SCREEN = 0.6;
const TO_MIDDLE_OF_LINE = "1.05rem";

export class Panel {
  /**
   * @param {HTMLFormElement} form
   * @param {string} chosen what is said of how many are chosen
   * @param {(number: number) => string} told how a number is written
   */
  constructor(form, chosen, told) {
    this.form = form;
    this.chosen = chosen;
    this.told = told;
    this.waiting = 0;
    this.all = document.getElementById("chosen");
    this.lists = [...form.querySelectorAll("details ul")];
    this.choices = [...form.querySelectorAll("input[type=checkbox]")].map((input) => {
      const item = input.closest("li");
      return { input, item, count: item.querySelector(".count") };
    });
    this.filters = [...form.querySelectorAll("details[data-filter]")].map((details) => ({
      details,
      name: details.dataset.filter,
      chosen: details.querySelector(".chosen"),
    }));
  }

  /** Open the filters where there is room for them, and keep their lists cut where they are long. */
  start() {
    for (const details of this.form.querySelectorAll("details")) {
      details.open = window.matchMedia(WIDE).matches;
    }
    this.form.addEventListener("toggle", () => this.#cutSoon(), true);
    window.addEventListener("resize", () => this.#cutSoon());
  }

  /**
   * Tell how many there would be with each value; where there would be none, it is not offered.
   * @param {Map<string, Map<string, number>>} numbers filter to value to number
   * @param {import("./filters.js").Chosen} chosen
   */
  tell(numbers, chosen) {
    for (const { input, item, count } of this.choices) {
      const number = numbers.get(input.name).get(input.value) ?? 0;
      put(count, `(${this.told(number)})`);
      item.hidden = !number && !input.checked;
    }
    let total = 0;
    for (const { details, name, chosen: place } of this.filters) {
      const years = [chosen.from, chosen.to].filter(Boolean).length;
      const number = name === "year" ? years : (chosen.values.get(name)?.size ?? 0);
      put(place, this.#chosen(number));
      details.hidden = !details.querySelector("li:not([hidden]), select");
      total += number;
    }
    put(this.all, this.#chosen(total));
    this.#cutSoon();
  }

  #chosen(number) {
    return number ? say(this.chosen, { n: this.told(number) }) : "";
  }

  /** Once before the page is painted, however often it is asked for. */
  #cutSoon() {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => {
      const heights = this.lists.map(heightOf);
      for (const [at, list] of this.lists.entries()) {
        if (list.style.maxHeight !== heights[at]) {
          list.style.maxHeight = heights[at];
        }
      }
    });
  }
}

/**
 * Return how tall a list may be. A long one ends in the middle of a line, so that everybody sees
 * that it goes on, also where no scroll bar shows.
 */
function heightOf(list) {
  const shown = [...list.children].filter((one) => !one.hidden);
  if (shown.length <= SHORT) {
    return "";
  }
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const room = Math.min(TALLEST * rem, PART_OF_SCREEN * window.innerHeight);
  const first = shown[0].offsetTop;
  const cut = shown.find((one) => one.offsetTop + one.offsetHeight - first > room);
  const isLast = cut === undefined || cut === shown[shown.length - 1];
  return isLast ? "" : `calc(${cut.offsetTop - first}px + ${TO_MIDDLE_OF_LINE})`;
}

function put(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
