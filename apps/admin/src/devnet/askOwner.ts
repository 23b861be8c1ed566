type Question = {
  readonly wallet: string;
  readonly act: string;
  /** 32 bytes to compare, or null. */
  readonly hash: string | null;
  readonly lines: readonly string[];
};

/** The built-in wallet's own window, apart from the page like any wallet's. Resolves to whether the owner agreed. */
export function askOwner(question: Question): Promise<boolean> {
  const window = document.createElement("dialog");
  window.className = "wallet-window";
  window.setAttribute("aria-label", `${question.wallet} asks`);
  const decline = button("Decline", "plain");
  const agree = button(question.act.split(" ", 1)[0] ?? "Sign", "primary");
  const acts = element("div", { className: "wallet-acts" });
  acts.append(decline, agree);
  window.append(
    element("p", { className: "wallet-name", text: `${question.wallet} asks` }),
    element("h2", { text: question.act }),
  );
  if (question.hash !== null) window.append(hashOf(question.hash));
  window.append(
    ...question.lines.map((line) => element("p", { className: "wallet-line", text: line })),
    acts,
  );
  document.body.append(window);
  return answerOf(window, { decline, agree });
}

function answerOf(
  window: HTMLDialogElement,
  acts: { decline: HTMLElement; agree: HTMLElement },
): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (agreed: boolean) => {
      window.close();
      window.remove();
      resolve(agreed);
    };
    acts.decline.addEventListener("click", () => answer(false));
    acts.agree.addEventListener("click", () => answer(true));
    window.addEventListener("cancel", () => answer(false));
    window.showModal();
    acts.decline.focus();
  });
}

function element(tag: string, { className = "", text = "" }): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}

function button(text: string, tone: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.dataset.tone = tone;
  made.textContent = text;
  return made;
}

function hashOf(hash: string): HTMLElement {
  const made = element("p", { className: "hash" });
  made.dataset.size = "large";
  made.append(...(hash.slice(2).match(/.{4}/g) ?? []).map((group) => element("span", { text: group })));
  return made;
}
