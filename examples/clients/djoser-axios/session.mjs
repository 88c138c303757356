// What front ends written for Djoser keep between their calls: a pair of tokens, renewed when the server says 401.
import axios from "axios";

export const server = axios.create({ baseURL: process.env.SERDAB ?? "http://localhost:9000" });

/** Signs in by JWT; the answer is an axios that stays signed in. */
export async function signIn(email, password) {
  let { access, refresh } = (await server.post("/jwt/create/", { email, password })).data;
  const session = axios.create({ baseURL: server.defaults.baseURL });
  session.renewals = 0;
  session.interceptors.request.use((request) => {
    request.headers.set("Authorization", `JWT ${access}`);
    return request;
  });
  session.interceptors.response.use(undefined, async (failure) => {
    const expired = failure.response?.data?.messages?.[0]?.message === "Token is expired";
    if (!expired || failure.config.isSecondTry) {
      throw failure;
    }
    ({ access, refresh = refresh } = (await server.post("/jwt/refresh/", { refresh })).data);
    session.renewals += 1;
    return session.request({ ...failure.config, isSecondTry: true });
  });
  return session;
}
