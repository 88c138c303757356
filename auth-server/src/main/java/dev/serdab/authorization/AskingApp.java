package dev.serdab.authorization;

import dev.serdab.client.Client;
import dev.serdab.clientlogo.ClientLogos;
import dev.serdab.clientregistration.MetadataDocuments;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * An app as it is shown to the person whom it asks for something.
 *
 * @param name as it calls itself, in the page's language if it can
 * @param host where it is, as we know it
 * @param about what else it says about itself
 */
public record AskingApp(String name, String host, About about) {

    /**
     * What nobody has checked.
     *
     * @param logo where this server shows its picture
     * @param policyUri what it does with people's data
     * @param tosUri its terms
     * @param returnsTo where the person is sent afterwards, if the app is known by another place
     * @param unverified whether it came by itself, and no operator vouches for it
     */
    public record About(
            @Nullable String logo,
            @Nullable String policyUri,
            @Nullable String tosUri,
            @Nullable String returnsTo,
            boolean unverified) {

        /** What a client says about itself. */
        public static About of(Client client, @Nullable String returnsTo) {
            return new About(
                    ClientLogos.pathOf(client).orElse(null),
                    client.about().policyUri(),
                    client.about().tosUri(),
                    returnsTo,
                    client.isSelfRegistered());
        }
    }

    /** The app behind a request. */
    public static AskingApp of(AuthorizationRequest request, HttpServletRequest http) {
        var client = request.client();
        var name = client.name(RequestContextUtils.getLocale(http));
        var redirectHost = request.redirectHost();
        // Whoever can put a document there owns the place; where answers go, anybody may write.
        var host = MetadataDocuments.hostOf(client).orElse(redirectHost);
        return new AskingApp(
                name, host, About.of(client, host.equals(redirectHost) ? null : redirectHost));
    }

    /** Puts it on a page. */
    public ModelAndView on(ModelAndView page) {
        return page.addObject("clientName", name)
                .addObject("clientHost", host)
                .addObject("about", about);
    }
}
