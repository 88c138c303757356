package dev.serdab.mail;

/**
 * What a mail says, in one language.
 *
 * @param subject one line
 * @param text for those who read plain text
 * @param html the same for all others
 */
record Letter(String subject, String text, String html) {}
