package dev.serdab.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a browser has arrived: a page of the server, or the way back to an app. */
public record Page(Answer answer) {

    public Page expect(int status) {
        answer.expect(status);
        return this;
    }

    /** The server's path that answered. */
    public String path() {
        return answer.response().uri().getPath();
    }

    /** Fails unless it is the page at this path. */
    public Page isAt(String path) {
        assertThat(path()).as("%s: %s", answer.status(), answer.body()).isEqualTo(path);
        return this;
    }

    /** Fails unless it is a page that tells of an error and leads to no app. */
    public Page isError(int status, String title) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Location")).isEmpty();
        assertThat(title()).isEqualTo(title);
        assertThat(answer.body()).doesNotContain("??");
        return this;
    }

    public Document html() {
        return Jsoup.parse(answer.body());
    }

    /** What the page is headed with. */
    public String title() {
        return html().select("h1").text();
    }

    /** The hidden field that names the waiting request. */
    public String handle() {
        return html().select("input[name=continue]").attr("value");
    }

    /**
     * What goes back to the app, behind the address, in its fragment or in a form; fails when the
     * browser stays here.
     */
    public Map<String, String> sentToApp() {
        var form = html().selectFirst("form#answer");
        if (form != null) {
            answer.expect(200);
            return form.select("input[type=hidden]").stream()
                    .collect(Collectors.toMap(field -> field.attr("name"), Element::val));
        }
        answer.expect(303);
        var fragment = answer.location().getRawFragment();
        return fragment == null ? answer.locationParameters() : Answer.parameters(fragment);
    }

    /** What goes to the app only if the person goes on there, by a link or by a form. */
    public Map<String, String> offeredToApp() {
        answer.expect(200);
        assertThat(answer.header("Location")).isEmpty();
        var link = html().selectFirst("a#go-on");
        return link == null
                ? html().selectFirst("form:has(#go-on)").select("input[type=hidden]").stream()
                        .collect(Collectors.toMap(field -> field.attr("name"), Element::val))
                : Answer.parameters(URI.create(link.attr("href")));
    }

    /** The code that goes back to the app. */
    public String code() {
        assertThat(sentToApp()).containsKey("code");
        return sentToApp().get("code");
    }

    /** The error that goes back to the app. */
    public String error() {
        assertThat(sentToApp()).containsKey("error").doesNotContainKey("code");
        return sentToApp().get("error");
    }

    public String body() {
        return answer.body();
    }

    /** The hidden field that shows where a form comes from. */
    public String csrfToken() {
        return html().select("input[name=_csrf]").attr("value");
    }

    /** The form as a browser sends it when this button is pressed. */
    public String fieldsOf(String button) {
        return fields(button, Map.of(), List.of());
    }

    String formAction(String button) {
        return form(button).attr("action");
    }

    /**
     * The form's fields as a browser sends them.
     *
     * @param button the id of the button that is pressed
     * @param typed what stands in fields, by name
     * @param unchecked the values of boxes that are not ticked
     */
    String fields(String button, Map<String, String> typed, List<String> unchecked) {
        var fields = new ArrayList<String>();
        for (var field : form(button).select("input[name]")) {
            var name = field.attr("name");
            boolean isBox = field.attr("type").equals("checkbox");
            if (!isBox || !unchecked.contains(field.attr("value"))) {
                var value = typed.getOrDefault(name, field.attr("value"));
                fields.add(Http.form(Map.of(name, value)));
            }
        }
        var pressed = form(button).selectFirst("#" + button);
        assertThat(pressed).as("button %s in %s", button, answer.body()).isNotNull();
        if (pressed.hasAttr("name")) {
            fields.add(Http.form(Map.of(pressed.attr("name"), pressed.attr("value"))));
        }
        return String.join("&", fields);
    }

    /** The form that the button belongs to. */
    private Element form(String button) {
        var form = html().selectFirst("form:has(#" + button + ")");
        assertThat(form).as("a form with %s in %s", button, answer.body()).isNotNull();
        return form;
    }
}
