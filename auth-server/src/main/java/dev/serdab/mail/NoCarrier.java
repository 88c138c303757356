package dev.serdab.mail;

/** Nobody said how mails leave. */
record NoCarrier(Pace pace) implements Carrier {

    @Override
    public Delivery carry(Parcel parcel) {
        return new Delivery.Unreachable("spring.mail.host is not set");
    }
}
