package dev.serdab.mailedlink;

import dev.serdab.account.EmailAddress;
import dev.serdab.account.WhiteSpace;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.function.Consumer;

/** The pages around a link that are the same whatever it is for. */
public final class LinkPages {

    private LinkPages() {}

    /** 410: the link cannot be used, and where one asks for another. */
    public static ModelAndView notValid(LinkPurpose purpose) {
        return page("mailedlink/not-valid", purpose, HttpStatus.GONE);
    }

    /** Where one asks for a link. */
    public static ModelAndView ask(LinkPurpose purpose) {
        return ask(purpose, "", List.of());
    }

    /**
     * What one is told who asks, the same whether or not the address has an account.
     *
     * @param send is given the address, if it is one
     */
    public static ModelAndView asked(LinkPurpose purpose, String email, Consumer<String> send) {
        var typed = WhiteSpace.strip(email);
        if (!EmailAddress.isValid(typed)) {
            return ask(purpose, typed, List.of("form.problem.email"));
        }
        send.accept(typed);
        return page("mailedlink/asked", purpose, HttpStatus.OK);
    }

    private static ModelAndView ask(LinkPurpose purpose, String typed, List<String> problems) {
        var status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return page("mailedlink/ask", purpose, status)
                .addObject("typed", typed)
                .addObject("problems", problems);
    }

    private static ModelAndView page(String view, LinkPurpose purpose, HttpStatus status) {
        var page = new ModelAndView(view);
        page.setStatus(status);
        return page.addObject("purpose", purpose.word()).addObject("ask", purpose.page());
    }
}
