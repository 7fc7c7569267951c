/** The data of the page, unpacked: the records, and the words of the page's language. */

/**
 * @typedef {object} Words
 * @property {string} language
 * @property {string} text
 * @property {boolean} isOfficial whether it is the official wording, and not ours
 */

/**
 * Return the records of the site, each as a search finds and shows it.
 * @param {object} data what the two files of data hold
 * @returns {object[]}
 */
export function unpacked({ records, words }) {
  const files = new Map(Object.entries(records.files));
  return records.rows.map((row, id) => record(id, row, words.rows[id], files, records, words));
}

function record(id, row, told, files, { ids, notRecorded }, { names }) {
  const [name, body, document, paragraph, date, themes, ministries, groups, ...rest] = row;
  const [kind, reported, assessed, position, isVerified, isInferred, ours, official] = rest;
  const values = (known, places) =>
    places.length ? places.map((at) => known[at]) : [notRecorded];
  const [place, states, language, isOfficial] = told;
  const all = [...texts(official, true), ...texts(ours, false)];
  return {
    id,
    name,
    file: files.get(name) ?? name,
    place,
    states,
    document,
    paragraph,
    date,
    year: date.slice(0, 4),
    texts: all,
    shown: all.find((one) => one.language === language && one.isOfficial === Boolean(isOfficial)),
    isVerified: Boolean(isVerified),
    isInferred: Boolean(isInferred),
    named: {
      theme: themes.map((at) => names.theme[at]),
      ministry: ministries.map((at) => names.ministry[at]),
      body: [names.body[body]],
      group: groups.map((at) => names.group[at]),
    },
    values: {
      theme: values(ids.theme, themes),
      ministry: values(ids.ministry, ministries),
      body: [ids.body[body]],
      group: values(ids.group, groups),
      kind: [ids.kind[kind]],
      reported: [ids.value[reported]],
      assessed: [ids.value[assessed]],
      position: position === null ? [] : [ids.position[position]],
      verified: [isVerified ? "yes" : "no"],
    },
  };
}

/** Return the texts of a flat list: a language, what stands in it, the next language. */
function texts(flat, isOfficial) {
  const found = [];
  for (let at = 0; at < flat.length; at += 2) {
    found.push({ language: flat[at], text: flat[at + 1], isOfficial });
  }
  return found;
}
