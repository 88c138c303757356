package dev.serdab.mail;

/** How mails leave. */
interface Carrier {

    /** Carries one mail; no transaction is open. */
    Delivery carry(Parcel parcel);

    /** When a posted mail is carried. */
    Pace pace();

    /** When a posted mail is carried. */
    enum Pace {
        /** After the commit and before whoever posted it goes on. */
        AT_ONCE,
        /** Soon after the commit. */
        SOON,
        /** Once an operator has said how. */
        NOT_YET,
        /** Never: a developer reads it in the outbox. */
        NEVER
    }
}
