// Gives every address a button that copies it, and says how it went. Without this script there is
// no button, and a click selects the whole address.
"use strict";

const feeds = document.querySelector(".feeds");
const told = document.querySelector(".told");
let timer = 0;

for (const button of feeds.querySelectorAll("button")) {
  button.setAttribute("aria-label", `${button.textContent} ${addressBeside(button)}`);
  button.hidden = false;
}
feeds.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button) {
    tell((await copy(button)) ? `${feeds.dataset.copied}: ${addressBeside(button)}` : feeds.dataset.failed);
  }
});

function addressBeside(button) {
  return button.previousElementSibling.textContent;
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(addressBeside(button));
    return true;
  } catch {
    // Over plain HTTP there is no clipboard, and a reader may have forbidden it.
    getSelection().selectAllChildren(button.previousElementSibling);
    return document.execCommand("copy");
  }
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
