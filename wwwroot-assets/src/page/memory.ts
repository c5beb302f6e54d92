// Choices that a device keeps (text size, two taps): cookies of this page's own path, so that panes do not share them.

const path = new URL(document.baseURI).pathname;

export const remember = (name: string, value: string) => {
  document.cookie = `wn-${name}=${encodeURIComponent(value)}; path=${path}; max-age=34560000; samesite=lax`;
};

export const recall = (name: string): string | undefined => {
  const found = document.cookie.split("; ").find(pair => pair.startsWith(`wn-${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 4));
};
