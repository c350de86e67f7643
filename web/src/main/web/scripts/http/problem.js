/** The server's refusal: an RFC 9457 problem document. */
export class Problem extends Error {
  /**
   * @param {{type: (string|undefined), title: (string|undefined), status: (number|undefined),
   *     detail: (string|undefined), errors: (Array<!Object>|undefined)}} document
   * @param {number} status of the response, where the document names none
   */
  constructor(document, status) {
    super(document.detail ?? document.title ?? `HTTP ${status}`);
    this.type = document.type ?? "about:blank";
    this.title = document.title ?? "";
    this.detail = document.detail ?? "";
    this.status = document.status ?? status;
    this.errors = document.errors ?? [];
  }

  /** @return {string} the last part of the type's URN, for example "username-taken" */
  get name() {
    return this.type.slice(this.type.lastIndexOf(":") + 1);
  }
}

/** The request did not get an answer: no network, or nobody listens. */
export class Unreachable extends Error {}
