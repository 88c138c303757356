import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.startup.Tomcat;
import org.pac4j.core.adapter.FrameworkAdapter;
import org.pac4j.core.config.Config;
import org.pac4j.core.context.WebContext;
import org.pac4j.core.context.session.SessionStore;
import org.pac4j.core.profile.UserProfile;
import org.pac4j.jee.context.JEEContext;
import org.pac4j.jee.context.JEEFrameworkParameters;
import org.pac4j.oidc.client.OidcClient;
import org.pac4j.oidc.config.OidcConfiguration;

import java.io.IOException;
import java.util.Collection;

/** A web app that signs people in with pac4j, in a Tomcat. */
class App extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String SERVER =
            System.getenv().getOrDefault("SERDAB", "http://localhost:9000");
    private static final String APP = "http://127.0.0.1:8795/";

    private final transient Config config = config();

    public static void main(String[] arguments) throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir("target");
        tomcat.setPort(8795);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "app", new App());
        context.addServletMappingDecoded("/", "app");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static Config config() {
        var oidc = new OidcConfiguration();
        oidc.setDiscoveryURI(SERVER + "/.well-known/openid-configuration");
        oidc.setClientId("pac4j");
        oidc.setSecret("the secret of the pac4j app, which is long enough");
        oidc.setScope("openid profile email");
        var client = new OidcClient(oidc);
        client.setName("op"); // thus its redirect URI ends in ?client_name=op
        var config = new Config(APP + "callback", client);
        FrameworkAdapter.INSTANCE.applyDefaultSettingsIfUndefined(config);
        return config;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var here = new JEEFrameworkParameters(request, response);
        switch (request.getServletPath()) {
            case "/callback" -> config.getCallbackLogic().perform(config, APP, true, "op", here);
            case "/logout" ->
                    config.getLogoutLogic().perform(config, APP, null, true, true, true, here);
            case "/me" ->
                    config.getSecurityLogic().perform(config, App::page, "op", null, null, here);
            default -> response.setStatus(request.getServletPath().equals("/") ? 200 : 404);
        }
    }

    private static Object page(
            WebContext context, SessionStore session, Collection<UserProfile> signedIn)
            throws IOException {
        var response = ((JEEContext) context).getNativeResponse();
        response.setContentType("text/html");
        response.getWriter()
                .print("<p>You are " + signedIn.iterator().next().getAttribute("email"));
        return signedIn;
    }
}
