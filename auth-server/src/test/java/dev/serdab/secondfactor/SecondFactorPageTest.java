package dev.serdab.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;

import dev.serdab.testing.Page;
import dev.serdab.testing.ProtocolTest;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Setting a second factor up, on the account's page. */
class SecondFactorPageTest extends ProtocolTest {

    private static final String PATH = "/account/second-factor";
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int SCALE = 4;

    @Test
    void theQrCodeSaysWhatTheLinkAndTheKeySay() throws NotFoundException {
        browser.signedIn(people.registered("ada@example.org"));

        var page = browser.open(PATH).expect(200);

        var link = page.html().select("#otpauth").attr("href");
        assertThat(read(page)).isEqualTo(link);
        assertThat(link)
                .startsWith("otpauth://totp/localhost:ada%40example.org?secret=")
                .endsWith("&issuer=localhost")
                .contains("=" + page.html().select("#key").text().replace(" ", "") + "&");
    }

    @Test
    void itCountsOnlyAfterARightCode() {
        browser.signedIn(people.registered("ada@example.org"));
        var page = browser.open(PATH);
        var phone = Authenticator.of(page, clock);

        var again = browser.press(page, "set-up", Map.of("code", phone.wrongCode())).expect(422);
        assertThat(again.html().select("#key").text()).isEqualTo(page.html().select("#key").text());
        assertThat(again.html().select("#problem").text()).isNotEmpty();
        browser.press(again, "set-up", Map.of("code", phone.code())).expect(200);

        assertThat(browser.open(PATH).html().select("#left").text()).isEqualTo("10 are left.");
    }

    @Test
    void theCodeOfTheSetUpOpensNothingMore() {
        var ada = people.registered("ada@example.org");
        var phone = Authenticator.setUp(browser.signedIn(ada), clock);
        browser.signOut();

        var page = browser.signIn(browser.open("/sign-in"), ada).isAt(SecondStepPage.PATH);

        browser.press(page, "second-step", Map.of("code", phone.code())).expect(422);
    }

    @Test
    void aKeyThatWasOfferedToSomebodyElseIsNotTaken() {
        browser.signedIn(people.registered("ada@example.org"));
        var page = browser.open(PATH);
        var phone = Authenticator.of(page, clock);
        browser.signOut();
        browser.signedIn(people.registered("bob@example.org"));

        var form =
                Map.of(
                        "seed", page.html().select("input[name=seed]").val(),
                        "code", phone.code(),
                        "_csrf", browser.open(PATH).csrfToken());
        browser.http().post(PATH, form).expect(303);

        browser.signOut();
        browser.signIn(browser.open("/sign-in"), people.registered("eve@example.org"))
                .isAt("/account");
    }

    @Test
    void newRecoveryCodesReplaceTheOldOnes() {
        var ada = people.registered("ada@example.org");
        var phone = Authenticator.setUp(browser.signedIn(ada), clock);

        var codes =
                browser.press(browser.open(PATH), "renew-codes")
                        .html()
                        .select("#recovery-codes code")
                        .eachText();
        assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(phone.recoveryCodes());
        browser.signOut();
        browser.signIn(browser.open("/sign-in"), ada);

        recover(phone.recoveryCodes().getFirst()).expect(422);
        recover(codes.getFirst()).isAt("/account");
    }

    @Test
    void itsOwnerIsToldByMail() {
        Authenticator.setUp(browser.signedIn(people.registered("ada@example.org")), clock);

        assertThat(database.sql().sql("select kind from mail_outbox").query(String.class).list())
                .isEqualTo(List.of("second-factor-added"));
        assertThat(
                        database.sql()
                                .sql("select kind from audit_event where kind like 'SECOND%'")
                                .query(String.class)
                                .list())
                .isEqualTo(List.of("SECOND_FACTOR_ADDED"));
    }

    private Page recover(String code) {
        var page = browser.open(SecondStepPage.PATH + "?method=recovery");
        return browser.press(page, "second-step", Map.of("code", code));
    }

    private static String read(Page page) throws NotFoundException {
        var svg = page.html().selectFirst("#qr");
        int size = Integer.parseInt(svg.attr("viewBox").split(" ", -1)[2]) * SCALE;
        var pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        for (var module = MODULE.matcher(svg.select("path").attr("d")); module.find(); ) {
            int left = Integer.parseInt(module.group(1)) * SCALE;
            int top = Integer.parseInt(module.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * size + left, y * size + left + SCALE, 0);
            }
        }
        var image =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        return new MultiFormatReader()
                .decode(
                        image,
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }
}
