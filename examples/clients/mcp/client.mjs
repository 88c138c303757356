// What an MCP client keeps for the SDK: in memory, and the address that a browser is to open.
export const redirect_uri = "http://127.0.0.1:33418/callback";

export class Client {
  clientMetadata = {
    client_name: "Editor",
    application_type: "native",
    redirect_uris: [redirect_uri],
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
  };
  redirectUrl = redirect_uri;
  #kept = {};

  /** @param clientMetadataUrl where a document describes it; without one it registers itself */
  constructor(clientMetadataUrl) {
    this.clientMetadataUrl = clientMetadataUrl;
  }

  state = () => (this.#kept.state ??= crypto.randomUUID());
  clientInformation = () => this.#kept.client;
  saveClientInformation = (client) => void (this.#kept.client = client);
  tokens = () => this.#kept.tokens;
  saveTokens = (tokens) => void (this.#kept.tokens = tokens);
  codeVerifier = () => this.#kept.verifier;
  saveCodeVerifier = (verifier) => void (this.#kept.verifier = verifier);
  redirectToAuthorization = (address) => void (this.address = address);
}
