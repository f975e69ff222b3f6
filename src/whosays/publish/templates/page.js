// What the page can do without: sentences beside their marks, moving the map, unfolding what a link leads to.
(function () {
  "use strict";
  var root = document.documentElement, note = null, showing = null;
  root.classList.add("js");

  function line(text) { var p = document.createElement("p"); p.textContent = text; return p; }

  function sentence(link, text) {
    var target = document.getElementById((link.getAttribute("href") || "#").slice(1));
    var p = line(text);
    if (target && target.classList.contains("s") && target.textContent === text) {
      p.textContent = "";
      target.childNodes.forEach(function (node) { p.appendChild(node.cloneNode(true)); });
    }
    return p;
  }

  function show(link) {
    hide();
    showing = link;
    note = document.createElement("div");
    note.className = "note";
    note.setAttribute("role", "tooltip");
    link.getAttribute("data-say").split("\n").forEach(function (text, at) {
      note.appendChild(at === 0 ? sentence(link, text) : line(text));
    });
    document.body.appendChild(note);
    place();
  }

  // The note stays with its mark while the page scrolls, as it does when the keyboard brings a mark into view.
  function place() {
    var link = showing;
    if (!note) { return; }
    var box = link.getBoundingClientRect(), size = note.getBoundingClientRect(), edge = 8;
    var left = Math.min(Math.max(edge, box.left), root.clientWidth - size.width - edge);
    var below = box.bottom + 6 + size.height < root.clientHeight;
    note.style.left = left + "px";
    note.style.top = Math.max(edge, below ? box.bottom + 6 : box.top - size.height - 6) + "px";
  }

  function hide() { if (note) { note.remove(); note = showing = null; } }

  function about(event) { return event.target.closest ? event.target.closest("[data-say]") : null; }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") { return; }
    var link = about(event);
    if (link !== showing) { if (link) { show(link); } else { hide(); } }
  });
  document.addEventListener("focusin", function (event) {
    var link = about(event);
    if (link && link.matches(":focus-visible")) { show(link); } else { hide(); }
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("scroll", place, { passive: true, capture: true });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });

  function unfold() {
    var target = document.getElementById(location.hash.slice(1));
    for (var up = target; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
    if (target) { target.scrollIntoView({ block: target.classList.contains("s") ? "center" : "start" }); }
  }
  addEventListener("hashchange", unfold);
  if (location.hash) { unfold(); }

  addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (fold) { fold.open = true; fold.dataset.printed = ""; });
  });
  addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-printed]").forEach(function (fold) { fold.open = false; delete fold.dataset.printed; });
  });

  var map = document.getElementById("map");
  if (map) {
    var whole = map.getAttribute("viewBox").split(" ").map(Number), view = whole.slice(), from = null;
    var apply = function () {
      var scale = view[2] / whole[2];
      map.setAttribute("viewBox", view.join(" "));
      map.querySelectorAll(".spot").forEach(function (spot) {
        var dot = spot.querySelector("circle"), x = dot.getAttribute("cx"), y = dot.getAttribute("cy");
        spot.setAttribute("transform", "translate(" + x + " " + y + ") scale(" + scale + ") translate(-" + x + " -" + y + ")");
      });
    };
    var zoom = function (factor) {
      var size = Math.min(Math.max(view[2] * factor, whole[2] / 12), whole[2] * 1.6), ratio = size / view[2];
      view = [view[0] + view[2] * (1 - ratio) / 2, view[1] + view[3] * (1 - ratio) / 2, size, view[3] * ratio];
      apply();
    };
    var bar = document.createElement("div");
    bar.className = "zoom";
    [["+", "Closer", 0.6], ["−", "Farther", 1 / 0.6], ["Whole map", "", 0]].forEach(function (entry) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = entry[0];
      if (entry[1]) { button.setAttribute("aria-label", entry[1]); }
      button.addEventListener("click", function () { if (entry[2]) { zoom(entry[2]); } else { view = whole.slice(); apply(); } });
      bar.appendChild(button);
    });
    map.parentNode.insertBefore(bar, map);
    map.addEventListener("pointerdown", function (event) {
      if (event.pointerType !== "touch" && !about(event)) { from = [event.clientX, event.clientY]; map.setPointerCapture(event.pointerId); }
    });
    map.addEventListener("pointermove", function (event) {
      if (!from) { return; }
      var unit = view[2] / map.clientWidth;
      view[0] -= (event.clientX - from[0]) * unit;
      view[1] -= (event.clientY - from[1]) * unit;
      from = [event.clientX, event.clientY];
      apply();
    });
    map.addEventListener("pointerup", function () { from = null; });
    map.addEventListener("dblclick", function () { zoom(0.6); });
  }
})();
