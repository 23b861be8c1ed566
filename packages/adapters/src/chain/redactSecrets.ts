/** As it stands in the address and as it reads; an address may hold a bare percent sign. */
function spellings(part: string): readonly string[] {
  try {
    return [part, decodeURIComponent(part)];
  } catch (error) {
    if (error instanceof URIError) return [part];
    throw error;
  }
}

function secretsOf(url: string): readonly string[] {
  const { username, password, host, pathname, searchParams } = new URL(url);
  const segments = pathname.split("/").filter((segment) => segment.length >= 8);
  const place = pathname.length > 1 ? host + pathname : host;
  return [url, place, username, password, ...segments, ...searchParams.values()]
    .flatMap(spellings)
    .filter((part) => part.length >= 4)
    .toSorted((a, b) => b.length - a.length);
}

/**
 * Takes out of a provider's text everything that came from its address: providers echo keys in their messages.
 * Long texts are cut.
 */
export function redactSecrets(text: string, url: string): string {
  const clean = secretsOf(url).reduce((left, secret) => left.replaceAll(secret, "[redacted]"), text);
  const plain = clean.replaceAll(/\p{Cc}+/gu, " ").trim();
  return plain.length > 200 ? `${plain.slice(0, 197)}...` : plain;
}
