using System.Collections.Frozen;

namespace Conformance.Specification.Schemas.Formats;

/// <summary>The active ISO 4217 codes, upper case, funds and metals included (list one with amendments up to 2025).</summary>
internal static class CurrencyCode
{
    /// <summary>All codes in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
        (
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD "
            + "CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL "
            + "GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW "
            + "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD "
            + "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP "
            + "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS "
            + "VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER "
            + "ZAR ZMW ZWG"
        ).Split(' ');

    private static readonly FrozenSet<string> Codes = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the text is an active code.</summary>
    /// <param name="text">The text.</param>
    public static bool IsActive(string text) => Codes.Contains(text);
}
