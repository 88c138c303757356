package dev.serdab.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import java.util.Arrays;
import java.util.Map;

/**
 * The page that says what happened and what to do next.
 *
 * <p>Its words stand in the message bundles, three for each reason: {@code error.<reason>.title},
 * {@code .text} and {@code .next}. A package with a reason of its own adds them there, in every
 * language, and to the sample pages of the tests. A fourth, {@code .detail}, may repeat what an app
 * sent, for the people who write it.
 */
public final class ErrorPage {

    private static final int LONGEST_WORD = 200;

    private ErrorPage() {}

    /**
     * An error page with words of its own, as a controller's answer.
     *
     * @param status the answer's status
     * @param reason the middle part of the message keys, such as {@code unknown-client}
     * @param words what stands for {@code {0}}, {@code {1}} … in the messages; escaped when shown
     */
    public static ModelAndView of(HttpStatus status, String reason, Object... words) {
        return view(status, reason, words, false);
    }

    /** The page for a status that something else decided on; it leads back to the account. */
    static ModelAndView of(FailureKind kind, HttpStatus status) {
        return view(status, kind.reason(), new Object[0], true);
    }

    private static ModelAndView view(
            HttpStatus status, String reason, Object[] words, boolean home) {
        var args = Arrays.stream(words).map(ErrorPage::shortened).toArray();
        return new ModelAndView(
                "error", Map.of("reason", reason, "args", args, "home", home), status);
    }

    /** Whoever made the request may have filled it with a story of their own. */
    private static Object shortened(Object word) {
        var text = word.toString();
        return text.length() <= LONGEST_WORD
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_WORD / 2)) + "…";
    }
}
