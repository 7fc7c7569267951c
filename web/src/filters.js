/** Filters: which records pass them, and how many would pass each of their values. */

/** Filters of which several values may be chosen; any of them is enough. */
export const FILTERS = [
  "theme",
  "ministry",
  "body",
  "group",
  "kind",
  "reported",
  "assessed",
  "verified",
];

/**
 * @typedef {object} Chosen
 * @property {Map<string, Set<string>>} values filter to the values chosen in it, if there are any
 * @property {string} from the first year, or empty
 * @property {string} to the last year, or empty
 */

/**
 * Return the chosen values of filters.
 * @param {URLSearchParams} wanted
 * @returns {Chosen}
 */
export function chosenIn(wanted) {
  const pairs = FILTERS.map((name) => [name, new Set(wanted.getAll(name).filter(Boolean))]);
  const values = new Map(pairs.filter(([, chosen]) => chosen.size));
  return { values, from: wanted.get("from") ?? "", to: wanted.get("to") ?? "" };
}

/**
 * Return whether anything is chosen.
 * @param {Chosen} chosen
 * @returns {boolean}
 */
export function isAnyChosen({ values, from, to }) {
  return values.size > 0 || from !== "" || to !== "";
}

/**
 * Return whether a record passes all filters, but for one that may be left out.
 * @param {object} record
 * @param {Chosen} chosen
 * @param {string} [left]
 * @returns {boolean}
 */
export function passes(record, { values, from, to }, left) {
  for (const [name, wanted] of values) {
    if (name !== left && !record.values[name].some((one) => wanted.has(one))) {
      return false;
    }
  }
  return isWithin(record.year, from, to);
}

/**
 * Return how many records there would be with each value of each filter, the others as they are.
 * @param {object[]} records those that the words find
 * @param {Chosen} chosen
 * @returns {Map<string, Map<string, number>>}
 */
export function counts(records, chosen) {
  return new Map(FILTERS.map((name) => [name, countsOf(name, records, chosen)]));
}

function countsOf(name, records, chosen) {
  const found = new Map();
  for (const record of records) {
    if (passes(record, chosen, name)) {
      for (const value of record.values[name]) {
        found.set(value, (found.get(value) ?? 0) + 1);
      }
    }
  }
  return found;
}

function isWithin(year, from, to) {
  if (from === "" && to === "") {
    return true;
  }
  return year !== "" && (from === "" || year >= from) && (to === "" || year <= to);
}
