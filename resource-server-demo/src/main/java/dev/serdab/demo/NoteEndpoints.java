package dev.serdab.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Notes, each caller's own. Which scope they need stands in {@link dev.serdab.demo.doors}. */
@RestController
@RequestMapping("/notes")
class NoteEndpoints {

    private final Notes notes;
    private final Clock clock;

    NoteEndpoints(Notes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    @GetMapping
    List<Note> read(@AuthenticationPrincipal Jwt token) {
        return notes.of(Caller.of(token));
    }

    @PostMapping
    ResponseEntity<?> write(@AuthenticationPrincipal Jwt token, @RequestBody NewNote body) {
        return switch (NoteText.of(body.text())) {
            case NoteText.Fit(var text) -> {
                var note = new Note(UUID.randomUUID(), text, clock.instant());
                notes.add(Caller.of(token), note);
                yield ResponseEntity.status(HttpStatus.CREATED).body(note);
            }
            case NoteText.Refused(var why) ->
                    ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, why))
                            .build();
        };
    }

    record NewNote(@Nullable String text) {}
}
