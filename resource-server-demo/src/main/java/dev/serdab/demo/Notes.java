package dev.serdab.demo;

import org.springframework.stereotype.Component;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everyone's notes, in memory: this is a demo, a restart forgets them.
 *
 * <p>Nobody can fill the memory: a caller's oldest note makes room for a new one, and the caller
 * who has been quiet longest for a new caller.
 */
@Component
class Notes {

    static final int PER_CALLER = 100;
    static final int CALLERS = 200;

    private final Map<Caller, Deque<Note>> notes = new QuietestFirst();

    /** The notes of one caller, oldest first. */
    synchronized List<Note> of(Caller caller) {
        return List.copyOf(notes.getOrDefault(caller, new ArrayDeque<>()));
    }

    synchronized void add(Caller caller, Note note) {
        var mine = notes.computeIfAbsent(caller, _ -> new ArrayDeque<>());
        if (mine.size() == PER_CALLER) {
            mine.removeFirst();
        }
        mine.addLast(note);
    }

    private static class QuietestFirst extends LinkedHashMap<Caller, Deque<Note>> {

        QuietestFirst() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Deque<Note>> quietest) {
            return size() > CALLERS;
        }
    }
}
