package dev.serdab.authorization;

import dev.serdab.client.Client;
import dev.serdab.clientlogo.ClientLogos;

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
     * @param unverified whether it came by itself, and no operator vouches for it
     */
    public record About(
            @Nullable String logo,
            @Nullable String policyUri,
            @Nullable String tosUri,
            boolean unverified) {

        static About of(Client client) {
            return new About(
                    ClientLogos.pathOf(client).orElse(null),
                    client.about().policyUri(),
                    client.about().tosUri(),
                    client.isSelfRegistered());
        }
    }

    /** The app behind a request. */
    public static AskingApp of(AuthorizationRequest request, HttpServletRequest http) {
        var client = request.client();
        return new AskingApp(
                client.name(RequestContextUtils.getLocale(http)),
                request.redirectHost(),
                About.of(client));
    }

    /** Puts it on a page. */
    public ModelAndView on(ModelAndView page) {
        return page.addObject("clientName", name)
                .addObject("clientHost", host)
                .addObject("about", about);
    }
}
