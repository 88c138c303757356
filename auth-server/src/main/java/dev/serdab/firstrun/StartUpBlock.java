package dev.serdab.firstrun;

import dev.serdab.account.Accounts;
import dev.serdab.bootstrap.Demo;
import dev.serdab.mail.Postbox;
import dev.serdab.settings.Development;
import dev.serdab.settings.ServerSettings;
import dev.serdab.storage.DataDirectory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;

/** Prints, once the server takes requests, all that somebody needs who has just started it. */
@Component
class StartUpBlock {

    private final ServerSettings settings;
    private final Environment environment;
    private final Accounts accounts;
    private final Invitations invitations;
    private final DataDirectory data;
    private final Postbox postbox;

    StartUpBlock(
            ServerSettings settings,
            Environment environment,
            Accounts accounts,
            Invitations invitations,
            DataDirectory data,
            Postbox postbox) {
        this.settings = settings;
        this.environment = environment;
        this.accounts = accounts;
        this.invitations = invitations;
        this.data = data;
        this.postbox = postbox;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        boolean development = Development.isOn(environment);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Issuer", settings.issuer());
        lines.put("Discovery", settings.at("/.well-known/openid-configuration").toString());
        if (!accounts.hasAdministrator()) {
            lines.put(
                    "Administrator",
                    settings.at("/setup?token=" + invitations.issue())
                            + "   makes the first one; works once, for 30 minutes");
        }
        if (development) {
            addDevelopment(lines);
        }
        lines.put("Data", data());
        System.out.println(text(lines, development));
    }

    private void addDevelopment(Map<String, String> lines) {
        lines.put(
                "Mailbox",
                settings.at("/dev/mail")
                        + (postbox.keepsMails()
                                ? "   every mail is kept here, none is sent"
                                : "   what was mailed"));
        lines.put("Account API", settings.at("/dev/api") + "   what front ends may ask");
        lines.put(
                "Playground",
                settings.at("/dev/playground") + "   play an app, check an MCP server");
        lines.put("Demo person", "%s / %s".formatted(Demo.EMAIL, Demo.PASSWORD));
        lines.put(
                "Demo client",
                "%s / %s   redirect %s".formatted(Demo.WEB, Demo.WEB_SECRET, Demo.WEB_REDIRECT));
        lines.put(
                "Try",
                "curl -u %s:%s -d grant_type=client_credentials %s"
                        .formatted(
                                Demo.MACHINE, Demo.MACHINE_SECRET, settings.at("/oauth2/token")));
    }

    private String data() {
        var url = environment.getProperty("spring.datasource.url", "");
        return url.startsWith("jdbc:h2:")
                ? data.path() + "   H2 file and master key"
                : url.replaceFirst("\\?.*", "")
                        + "   master key: "
                        + (settings.masterKey() == null
                                ? data.file("master.key")
                                : "from serdab.master-key");
    }

    private static String text(Map<String, String> lines, boolean development) {
        var text = new StringBuilder("\n  Serdab is ready.\n\n");
        lines.forEach((name, value) -> text.append("  %-14s %s%n".formatted(name, value)));
        if (development) {
            text.append(
                    """

                      Development mode: demo secrets are public. Set serdab.issuer to your https address
                      (or the profile prod) before others can reach this server.
                    """);
        }
        return text.toString();
    }
}
