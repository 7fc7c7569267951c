/** On the front page: leads to the search with the words after the number sign, never to a server. */

const form = document.getElementById("search");
const field = form.elements.q;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wanted = new URLSearchParams(field.value.trim() ? { q: field.value.trim() } : {});
  window.location.href = `${form.dataset.page}#${wanted}`;
});
form.hidden = false;
