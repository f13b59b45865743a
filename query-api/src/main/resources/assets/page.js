// Live updates, sharing and printing. Without this file the page says the same.
const parcel = () => document.getElementById("parcel");
const offline = document.getElementById("offline");
const pollMs = 60_000;
const spreadMs = 5_000;
const refusals = [403, 429];
let lastSeen;

function refresh() {
  lastSeen = parcel().dataset.version;
  htmx.trigger(parcel(), "changed");
}

function sayOffline(isOffline) {
  offline.hidden = !isOffline;
}

function listen() {
  const events = new EventSource(`/v1/tracking/${parcel().dataset.number}/live`);
  events.addEventListener("tracking", (event) => {
    if (event.lastEventId !== parcel().dataset.version) {
      refresh();
    }
  });
  // Everybody who listens is told so at once.
  events.addEventListener("look-again", () => setTimeout(refresh, Math.random() * spreadMs));
  events.addEventListener("open", () => sayOffline(false));
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) {
      // There are no events to be had now: look, and try again, now and then instead.
      setTimeout(() => {
        refresh();
        listen();
      }, pollMs);
    }
  });
}

function announceNews() {
  document.body.addEventListener("htmx:afterSwap", () => {
    if (parcel().dataset.version === lastSeen) {
      return;
    }
    const news = document.getElementById("news");
    const headline = document.getElementById("headline").textContent;
    document.title = document.title.replace(/^.*(?= · )/, headline);
    news.textContent = `${news.dataset.updated} ${headline}`;
  });
  document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (refusals.includes(detail.xhr.status)) {
      // The merchant's link has run out meanwhile: what everybody may see is still there.
      location.replace(location.pathname);
    } else {
      sayOffline(!detail.successful);
    }
  });
}

async function share(button) {
  const said = document.getElementById("shared");
  const address = location.origin + location.pathname;
  if (navigator.share) {
    await navigator.share({ title: document.title, url: address }).catch(() => {});
    return;
  }
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = button.dataset.done;
  } catch {
    said.textContent = button.dataset.failed;
  }
}

// What stands after # in the merchant's link is in no request's address, and shall not stay in the browser's either.
function openByLink() {
  const link = new URLSearchParams(location.hash.slice(1)).get("link");
  const door = document.getElementById("door");
  if (link && door) {
    history.replaceState(null, "", location.pathname + location.search);
    door.elements.factor.value = link;
    door.submit();
  }
}

function offer(id, action) {
  const button = document.getElementById(id);
  button.hidden = false;
  button.addEventListener("click", () => action(button));
}

if (parcel()) {
  offer("share", share);
  offer("print", () => window.print());
  announceNews();
  openByLink();
  listen();
  window.addEventListener("offline", () => sayOffline(true));
  window.addEventListener("online", () => {
    sayOffline(false);
    refresh();
  });
}
