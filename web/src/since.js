/**
 * On a page of what is new: hides entries from before a day, which stands in the address. Of a day
 * before the page begins it says so: what is older stands on other pages.
 */

import { say } from "./dom.js";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const form = document.getElementById("since");
const field = form.querySelector("input[type=date]");
const output = form.querySelector("output");
const entries = [...document.querySelectorAll("main .news li[data-date]")];
const groups = [...document.querySelectorAll("main .news section[data-group]")];

function show() {
  let left = 0;
  for (const entry of entries) {
    entry.hidden = field.value !== "" && entry.dataset.date < field.value;
    left += !entry.hidden;
  }
  for (const group of groups) {
    group.hidden = !group.querySelector("li[data-date]:not([hidden])");
  }
  const told = [];
  if (field.value !== "") {
    if (field.value < field.min) {
      told.push(output.dataset.before ?? "");
    }
    told.push(say(output.dataset.shown ?? "{n}", { n: left, total: entries.length }));
  }
  output.textContent = told.join(" ");
}

function takeAddress() {
  const day = new URLSearchParams(window.location.hash.slice(1)).get("since") ?? "";
  field.value = DAY.test(day) ? day : "";
  show();
}

form.addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("change", () => {
  const page = window.location.href.split("#")[0];
  const address = field.value === "" ? page : `${page}#since=${field.value}`;
  window.history.replaceState(null, "", address);
  show();
});
window.addEventListener("hashchange", takeAddress);
form.hidden = false;
takeAddress();
