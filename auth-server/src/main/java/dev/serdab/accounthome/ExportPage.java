package dev.serdab.accounthome;

import dev.serdab.account.PersonalData;
import dev.serdab.audit.AuditEvent;
import dev.serdab.audit.AuditEvent.Kind;
import dev.serdab.audit.AuditLog;
import dev.serdab.page.AccountPageEntry;
import dev.serdab.session.BrowserSession;
import dev.serdab.settings.ServerSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;

/** Hands people what is stored about them, as one JSON file. */
@Controller
class ExportPage {

    private static final String PATH = "/account/export";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<PersonalData> parts;
    private final AuditLog audit;
    private final ServerSettings settings;
    private final Clock clock;

    ExportPage(List<PersonalData> parts, AuditLog audit, ServerSettings settings, Clock clock) {
        this.parts = parts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show() {
        return new ModelAndView("accounthome/export");
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> export(@AuthenticationPrincipal BrowserSession session) {
        var account = session.account();
        var file = new LinkedHashMap<String, Object>();
        file.put("issuer", settings.checkedIssuer().uri().toString());
        file.put("exportedAt", clock.instant());
        parts.forEach(part -> file.put(part.name(), part.of(account)));
        audit.add(AuditEvent.of(Kind.DATA_EXPORTED, account.id()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"account-" + account.id() + ".json\"")
                .body(JSON.writeValueAsBytes(file));
    }

    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AccountPageEntry exportEntry() {
            return new AccountPageEntry(AccountPageEntry.Place.EXPORT, PATH);
        }
    }
}
