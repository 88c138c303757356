package dev.serdab.testing;

import com.microsoft.playwright.Page;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What axe-core finds wrong with a page for those who see, hear or move differently. */
public final class Accessibility {

    private static final String AXE = axe();

    /** The rules of WCAG 2.2, levels A and AA, and what is good practice beside them. */
    private static final String RUN =
            """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run({runOnly: tags, resultTypes: ['violations']});
              return found.violations.flatMap(violation => violation.nodes.map(node =>
                `${violation.id} (${violation.help}): ${node.html.slice(0, 200)} ${node.failureSummary}`));
            }\
            """;

    private Accessibility() {}

    /** A sentence for each violation. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate(RUN);
    }

    private static String axe() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
