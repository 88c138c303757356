package dev.serdab.openapi;

import dev.serdab.settings.InDevelopment;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows a developer the account API. A page of our own needs no script and no foreign files, unlike
 * the usual viewers, and is a fraction of their size.
 */
@Controller
@InDevelopment
class DevelopmentApiPage {

    private final ApiPage page;

    DevelopmentApiPage(ApiDocument document) {
        this.page = ApiPageReader.read(document.text());
    }

    @GetMapping("/dev/api")
    String show(Model model) {
        model.addAttribute("api", page);
        model.addAttribute("document", ApiDocumentEndpoint.PATH);
        return "openapi/api";
    }
}
