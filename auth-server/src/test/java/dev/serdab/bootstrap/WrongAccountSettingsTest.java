package dev.serdab.bootstrap;

import dev.serdab.testing.StartingTest;

/** What is wrong with a first account or group is told at the start. */
class WrongAccountSettingsTest extends StartingTest {

    private static final String ACCOUNT = "serdab.bootstrap.accounts[0].";

    @Override
    protected void sentences() {
        wrong(
                "serdab.bootstrap.accounts[0].email is missing: User must have an email address",
                ACCOUNT + "name=Ada");
        wrong(
                "serdab.bootstrap.accounts[0].email is \"ada\": write an address such as"
                        + " ada@example.com",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada");
        wrong(
                "serdab.bootstrap.accounts[0].name is missing: write what the person is called",
                ACCOUNT + "email=ada@example.org");
        wrong(
                "serdab.bootstrap.accounts[0].password and password-hash: write one of the two"
                        + " (password-hash: \"!\" for none)",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org");
        wrong(
                "serdab.bootstrap.accounts[0].password-hash is in no format this server knows:"
                        + " write one of Django's, or \"!\" for none",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password-hash=plain");
        wrong(
                "serdab.bootstrap.accounts[0].password is blank or longer than 4096 characters:"
                        + " write another, or password-hash: \"!\" for none",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password= ");
        wrong(
                "serdab.bootstrap.accounts[0].name has more than 255 characters: write a shorter"
                        + " one",
                ACCOUNT + "name=" + "a".repeat(256),
                ACCOUNT + "email=ada@example.org");
        wrong(
                "serdab.bootstrap.accounts[0].claims.shoe-size is not a claim that an account can"
                        + " have: write one such as given-name or address.locality",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password-hash=!",
                ACCOUNT + "claims.shoe-size=38");
        wrong(
                "serdab.bootstrap.accounts[0].claims.birthdate is \"soon\": write a day such as"
                        + " 1815-12-10, or a year",
                ACCOUNT + "name=Ada",
                ACCOUNT + "email=ada@example.org",
                ACCOUNT + "password-hash=!",
                ACCOUNT + "claims.birthdate=soon");
        wrong(
                "serdab.bootstrap.groups[0].name is missing: write one",
                "serdab.bootstrap.groups[0].permissions=blog.add_post");
    }
}
