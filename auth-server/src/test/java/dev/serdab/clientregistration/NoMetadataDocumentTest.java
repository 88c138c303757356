package dev.serdab.clientregistration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.testing.App;
import dev.serdab.testing.App.Method;
import dev.serdab.testing.ProtocolTest;
import dev.serdab.testing.WebSite;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Unless an operator wants them, no documents are fetched. */
@TestPropertySource(properties = "serdab.outbound.allowed-hosts=localhost")
class NoMetadataDocumentTest extends ProtocolTest {

    @Test
    void theyAreNotFetchedAndNotAnnounced() {
        var site = WebSite.started();
        var editor =
                App.selfRegistered(
                        issuer, site.at("/client.json"), "", Method.NONE, "http://127.0.0.1/");

        browser.open(editor.asks("openid")).expect(400);

        assertThat(site.visits("/client.json")).isZero();
        assertThat(app.get("/.well-known/openid-configuration").json().propertyNames())
                .doesNotContain("client_id_metadata_document_supported");
    }
}
