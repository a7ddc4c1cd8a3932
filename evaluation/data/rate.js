"use strict";
// The page of `aac-evaluate rate`. It shows what the program sends and sends back what the rater
// thinks; which program said what never comes here.

const LEVELS = ["none", "family", "professional", "user"];
const byId = (id) => document.getElementById(id);
const rater = { rater: "", level: "" };
let texts = {};
let language = "en";
let shown = null; // the answer of the program that is on the screen

function text(key, values = {}) {
  return Object.entries(values).reduce(
    (made, [name, value]) => made.replace(`{${name}}`, value), texts[language][key]);
}

function made(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = text("title");
  byId("title").textContent = text("title");
  document.querySelectorAll("[data-text]").forEach((element) => {
    element.textContent = text(element.dataset.text);
  });
  byId("languages").querySelectorAll("button").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
  });
  drawLevels();
  if (shown) draw(shown, readForm());
}

function drawLevels() {
  const chosen = byId("start").elements.level?.value ?? "";
  byId("levels").querySelectorAll("label").forEach((label) => label.remove());
  LEVELS.forEach((level) => {
    const radio = made("input", { type: "radio", name: "level", value: level });
    radio.checked = level === chosen;
    byId("levels").append(made("label", { className: "choice" }, radio, text(`level_${level}`)));
  });
}

function tell(message, element) {
  byId("error").textContent = message;
  if (element) element.focus();
}

async function ask(path, said) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...rater, ...said }),
  });
  const value = await answer.json();
  if (value.error) throw new Refused(value.error);
  return value;
}

class Refused extends Error {}

async function go(path, said) {
  const button = document.querySelector("form:not([hidden]) button.main");
  button.disabled = true; // two quick presses are one
  try {
    draw(await ask(path, said));
  } catch (error) {
    button.disabled = false;
    tell(error instanceof Refused ? error.message : text("lost"), button);
  }
}

function draw(answer, kept) {
  shown = answer;
  const question = answer.question;
  byId("start").hidden = true;
  byId("question").hidden = !question;
  byId("end").hidden = Boolean(question);
  byId("progress").textContent = question
    ? text("progress", { at: answer.done + 1, total: answer.total }) : "";
  tell("");
  if (!question) return byId("title").focus();
  drawKeywords(question);
  byId("task").textContent = text(`task_${question.picks}`);
  byId("meanings").replaceChildren(...answer.scales.flatMap((scale) => [
    made("dt", {}, text(scale)), made("dd", {}, text(`${scale}_means`))]));
  byId("sentences").replaceChildren(
    ...question.sentences.map((sentence, at) => sentenceCard(sentence, at, answer)));
  byId("comment").value = kept?.comment ?? "";
  if (kept) fillForm(kept);
  else window.scrollTo(0, 0);
  byId("question").querySelector("button.main").disabled = false;
  if (!kept) byId("title").focus();
}

function drawKeywords(question) {
  byId("keywords").replaceChildren(...question.keywords.map(({ word, picture }) => {
    const item = made("li", { lang: question.language });
    if (picture !== null) item.append(made("img", { src: `picture/${picture}`, alt: "" }));
    item.append(word);
    return item;
  }));
}

function sentenceCard(sentence, at, answer) {
  const card = made("fieldset", { className: "sentence" },
    made("legend", { lang: answer.question.language, textContent: sentence }));
  card.dataset.at = at;
  const best = made("input", { type: "checkbox", name: `best-${at}` });
  best.addEventListener("change", () => showScales(card, answer));
  card.append(made("label", { className: "choice" }, best, text("best")));
  answer.scales.forEach((scale) => card.append(scaleRow(scale, at)));
  showScales(card, answer);
  return card;
}

function showScales(card, answer) {
  const wanted = answer.question.scores_all || card.querySelector("[type=checkbox]").checked;
  card.querySelectorAll(".scale").forEach((row) => { row.hidden = !wanted; });
}

function scaleRow(scale, at) {
  const marks = made("div", { className: "marks" });
  for (let mark = 1; mark <= 5; mark += 1) {
    const radio = made("input", { type: "radio", name: `${scale}-${at}`, value: mark });
    marks.append(made("label", {}, radio, String(mark)));
  }
  const row = made("fieldset", { className: "scale" },
    made("legend", { textContent: text(scale) }), marks);
  row.dataset.scale = scale;
  return row;
}

function readForm() {
  const cards = [...byId("sentences").children];
  return {
    best: cards.flatMap((card, at) => (card.querySelector("[type=checkbox]").checked ? [at] : [])),
    scores: cards.map((card) => Object.fromEntries(
      [...card.querySelectorAll(".scale")].flatMap((row) => {
        const mark = row.querySelector(":checked");
        return mark ? [[row.dataset.scale, Number(mark.value)]] : [];
      }))),
    comment: byId("comment").value,
  };
}

function fillForm(kept) {
  [...byId("sentences").children].forEach((card, at) => {
    card.querySelector("[type=checkbox]").checked = kept.best.includes(at);
    card.querySelectorAll(".scale").forEach((row) => {
      const mark = kept.scores[at][row.dataset.scale];
      if (mark) row.querySelector(`[value="${mark}"]`).checked = true;
    });
    showScales(card, shown);
  });
}

function missing() {
  const picks = shown.question.picks;
  const picked = document.querySelectorAll("#sentences [type=checkbox]:checked").length;
  if (picked !== picks) {
    return [text(`no_best_${picks}`), document.querySelector("#sentences [type=checkbox]")];
  }
  const rows = [...document.querySelectorAll(".scale:not([hidden])")];
  const row = rows.find((one) => !one.querySelector(":checked"));
  return row ? [text("no_mark", { scale: text(row.dataset.scale) }), row.querySelector("input")]
    : null;
}

function save() {
  const lack = missing();
  if (lack) return tell(...lack);
  const said = readForm();
  said.scores = said.scores.map((scores, at) => (
    shown.question.scores_all || said.best.includes(at) ? scores : null));
  return go("judge", { item: shown.question.item, ...said });
}

function begin() {
  rater.rater = byId("rater").value.trim();
  rater.level = byId("start").elements.level.value;
  if (!rater.rater) return tell(text("no_name"), byId("rater"));
  if (!rater.level) return tell(text("no_level"), byId("levels").querySelector("input"));
  return go("next", {});
}

function onKey(event) {
  if (byId("question").hidden) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.id === "comment") return;
  const row = event.target.closest(".scale");
  if (row && "12345".includes(event.key)) {
    event.preventDefault();
    setMark(row, event.key);
  } else if (event.key.toLowerCase() === "b") {
    event.target.closest(".sentence")?.querySelector("[type=checkbox]").click();
  }
}

function setMark(row, mark) {
  const radio = row.querySelector(`[value="${mark}"]`);
  radio.checked = true;
  const rows = [...document.querySelectorAll(".scale:not([hidden])")];
  const next = rows[rows.indexOf(row) + 1];
  const onward = next && next.parentElement === row.parentElement ? next.querySelector("input")
    : row.parentElement.nextElementSibling?.querySelector("[type=checkbox]") ?? byId("comment");
  onward.focus();
}

async function open() {
  texts = await (await fetch("rate_texts.json")).json();
  byId("credit").textContent = (await (await fetch("about")).json()).credit;
  byId("languages").addEventListener("click", (event) => {
    if (event.target.dataset.language) speak(event.target.dataset.language);
  });
  byId("start").addEventListener("submit", (event) => { event.preventDefault(); begin(); });
  byId("question").addEventListener("submit", (event) => { event.preventDefault(); save(); });
  document.addEventListener("keydown", onKey);
  speak(navigator.language.startsWith("es") ? "es" : "en");
  byId("start").hidden = false;
  byId("rater").focus();
}

open();
