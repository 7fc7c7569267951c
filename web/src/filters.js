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
  "position",
  "verified",
];

const YEAR = "year";

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
 * Return whether a record passes all filters.
 * @param {object} record
 * @param {Chosen} chosen
 * @returns {boolean}
 */
export function passes(record, chosen) {
  return missedBy(record, chosen).length === 0;
}

/**
 * Return how many records there would be with each value of each filter, the others as they are.
 * @param {object[]} records those that the words find
 * @param {Chosen} chosen
 * @returns {Map<string, Map<string, number>>}
 */
export function counts(records, chosen) {
  const found = new Map(FILTERS.map((name) => [name, new Map()]));
  for (const record of records) {
    const missed = missedBy(record, chosen);
    if (missed.length === 0) {
      for (const [name, numbers] of found) {
        add(numbers, record.values[name]);
      }
    } else if (missed.length === 1 && missed[0] !== YEAR) {
      add(found.get(missed[0]), record.values[missed[0]]);
    }
  }
  return found;
}

function add(numbers, values) {
  for (const value of values) {
    numbers.set(value, (numbers.get(value) ?? 0) + 1);
  }
}

/** Return the filters that a record does not pass. */
function missedBy(record, { values, from, to }) {
  const missed = isWithin(record.year, from, to) ? [] : [YEAR];
  for (const [name, wanted] of values) {
    if (!record.values[name].some((one) => wanted.has(one))) {
      missed.push(name);
    }
  }
  return missed;
}

function isWithin(year, from, to) {
  if (from === "" && to === "") {
    return true;
  }
  return year !== "" && (from === "" || year >= from) && (to === "" || year <= to);
}
