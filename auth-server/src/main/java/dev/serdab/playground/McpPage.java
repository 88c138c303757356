package dev.serdab.playground;

import dev.serdab.settings.InDevelopment;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** Says whether an MCP client would find its way to us. */
@Controller
@InDevelopment
class McpPage {

    static final String DEMO_API = "http://localhost:8090/notes";

    private final McpCheck check;

    McpPage(McpCheck check) {
        this.check = check;
    }

    @PostMapping("/dev/playground/mcp")
    ModelAndView walk(@RequestParam String server) {
        var steps = McpFetcher.uri(server).map(check::walk).orElse(List.of());
        return new ModelAndView("playground/mcp")
                .addObject("server", server)
                .addObject("steps", steps)
                .addObject("isGood", !steps.isEmpty() && steps.stream().noneMatch(McpStep::isBad));
    }
}
