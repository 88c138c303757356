package dev.serdab.password;

/**
 * A password that somebody chooses.
 *
 * @param again the same, typed a second time; the same where nobody asks for that
 */
record NewPassword(String password, String again) {

    /** Where nobody asks for it a second time. */
    static NewPassword typedOnce(String password) {
        return new NewPassword(password, password);
    }

    boolean isSure() {
        return password.equals(again);
    }

    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
