// Gives what can be copied a button that copies it, and says how it went: an address that stands
// before the button, or what the button holds. Without this script there is no button, and a click
// selects the whole address.
"use strict";

const told = document.querySelector(".told");
let timer = 0;

for (const button of document.querySelectorAll("button.copy")) {
  if (!("copy" in button.dataset)) {
    button.setAttribute("aria-label", `${button.textContent} ${wordsOf(button)}`);
  }
  button.hidden = false;
}
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button.copy");
  if (button) {
    tell((await copy(button)) ? `${told.dataset.copied}: ${beginning(wordsOf(button))}` : (button.dataset.failed ?? told.dataset.failed));
  }
});

function wordsOf(button) {
  return button.dataset.copy ?? button.previousElementSibling.textContent;
}

function beginning(words) {
  const [line] = words.split("\n");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(wordsOf(button));
    return true;
  } catch {
    // Over plain HTTP there is no clipboard, and a reader may have forbidden it.
    return "copy" in button.dataset ? copyHeld(button) : copySelected(button.previousElementSibling);
  }
}

function copySelected(element) {
  getSelection().selectAllChildren(element);
  return document.execCommand("copy");
}

// What is nowhere on the page must be, for as long as it is copied.
function copyHeld(button) {
  const field = document.createElement("textarea");
  field.value = button.dataset.copy;
  field.className = "unseen";
  button.after(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  button.focus();
  return isCopied;
}

// Emptied first, since the same words twice in a row are announced once; and at last, since they
// may lie over an address.
function tell(words) {
  clearTimeout(timer);
  told.textContent = "";
  timer = setTimeout(() => {
    told.textContent = words;
    timer = setTimeout(() => {
      told.textContent = "";
    }, 8000);
  }, 50);
}
