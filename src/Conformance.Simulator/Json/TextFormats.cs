using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Conformance.Simulator.Json;

/// <summary>The formats that are checked; any other one is an annotation.</summary>
internal static partial class TextFormats
{
    // ISO 3166-1 alpha-2, officially assigned codes.
    private static readonly FrozenSet<string> Countries = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
        + "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM "
        + "FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS "
        + "IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML "
        + "MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN "
        + "PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
        + "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // ISO 4217, active codes.
    private static readonly FrozenSet<string> Currencies = (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
        + "CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ "
        + "GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
        + "LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
        + "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT "
        + "TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD "
        + "XCD XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text has a format.</summary>
    public static bool IsValid(string format, string text) =>
        format switch
        {
            "date-time" => IsDateTime(text),
            "date" => DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            "time" => TimePattern().IsMatch(text),
            "uuid" => UuidPattern().IsMatch(text),
            "email" or "idn-email" => EmailPattern().IsMatch(text),
            "uri" or "iri" => UriPattern().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _),
            "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _) && !text.Any(char.IsWhiteSpace),
            "hostname" => text.Length <= 253 && HostnamePattern().IsMatch(text),
            "ipv4" => Ipv4Pattern().IsMatch(text) && IPAddress.TryParse(text, out _),
            "ipv6" => text.Contains(':') && !text.Contains('%') && IPAddress.TryParse(text, out _),
            "decimal" => DecimalPattern().IsMatch(text),
            "iso-3166-1-alpha-2" => Countries.Contains(text),
            "iso-4217" => Currencies.Contains(text),
            "duration" => DurationPattern().IsMatch(text),
            "byte" => Base64Pattern().IsMatch(text) && text.Length % 4 == 0,
            "int64" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            _ => true,
        };

    private static bool IsDateTime(string text)
    {
        var match = DateTimePattern().Match(text);
        if (!match.Success)
        {
            return false;
        }

        // RFC 3339 allows the leap second 60, .NET does not.
        var second = match.Groups["s"].Value is "60" ? "59" : match.Groups["s"].Value;
        var (date, minutes, zone) = (match.Groups["d"].Value, match.Groups["hm"].Value, match.Groups["z"].Value);
        return DateTimeOffset.TryParse(
            $"{date}T{minutes}:{second}{zone.ToUpperInvariant()}",
            CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind,
            out _
        );
    }

    [GeneratedRegex(
        @"\A(?<d>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<hm>[0-9]{2}:[0-9]{2}):(?<s>[0-9]{2})(\.[0-9]+)?(?<z>[Zz]|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(
        @"\A([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", RegexOptions.None, 10_000)]
    private static partial Regex UuidPattern();

    [GeneratedRegex(
        @"\A[^@\s""(),:;<>\[\\\].]+(\.[^@\s""(),:;<>\[\\\].]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\z",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:[^\s<>""{}|\\^`]*\z", RegexOptions.None, 10_000)]
    private static partial Regex UriPattern();

    [GeneratedRegex(
        @"\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex HostnamePattern();

    [GeneratedRegex(@"\A[0-9]{1,3}(\.[0-9]{1,3}){3}\z", RegexOptions.None, 10_000)]
    private static partial Regex Ipv4Pattern();

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z", RegexOptions.None, 10_000)]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(
        @"\AP(?=[0-9T])([0-9]+W|([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?)\z",
        RegexOptions.None,
        10_000
    )]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9+/]*={0,2}\z", RegexOptions.None, 10_000)]
    private static partial Regex Base64Pattern();
}
