package com.qualitypost.phoenix.vocabulary;

/** Computes the check digits of tracking numbers. */
final class CheckDigit {
    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    private CheckDigit() {}

    /** By UPU standard S10, for eight digits. */
    static int s10(String eightDigits) {
        int sum = 0;
        for (int i = 0; i < S10_WEIGHTS.length; i++) {
            sum += S10_WEIGHTS[i] * digit(eightDigits, i);
        }
        int digit = 11 - sum % 11;
        return digit == 10 ? 0 : digit == 11 ? 5 : digit;
    }

    /** By GS1's rule for all numeric keys (General Specifications, 7.9), for any number of digits before it. */
    static int gs1(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            boolean odd = (digits.length() - i) % 2 == 1;
            sum += (odd ? 3 : 1) * digit(digits, i);
        }
        return (10 - sum % 10) % 10;
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
