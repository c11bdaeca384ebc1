using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Conformance.Execution.Secrets;
using Conformance.Settings;

namespace Conformance.Cli.Arguments;

/// <summary>Options with values that are more than text; a value that does not fit is told with the accepted forms.</summary>
internal static class OptionOf
{
    /// <summary>An absolute HTTP URL.</summary>
    public static Option<Uri?> Url(string name, string description) =>
        Of(name, "URL", description, UrlText.Parse, UrlText.Form);

    /// <summary>An absolute HTTP URL of one endpoint, which may have a query.</summary>
    public static Option<Uri?> Endpoint(string name, string description) =>
        Of(name, "URL", description, UrlText.ParseEndpoint, UrlText.EndpointForm);

    /// <summary>A duration.</summary>
    public static Option<TimeSpan?> Duration(string name, string description) =>
        Of(name, "TIME", description, DurationText.Parse, DurationText.Forms);

    /// <summary>A whole number in a range.</summary>
    public static Option<int?> Number(string name, string description, int least, int most = int.MaxValue) =>
        Of(
            name,
            "N",
            description,
            text =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least
                && number <= most
                    ? number
                    : (int?)null,
            most == int.MaxValue ? $"a whole number of at least {least}" : $"a whole number from {least} to {most}"
        );

    /// <summary>How many inconclusive cases are admitted.</summary>
    public static Option<InconclusiveAllowance?> Allowance(string name, string description) =>
        Of(name, "N|all", description, InconclusiveAllowance.Parse, InconclusiveAllowance.Forms);

    /// <summary>A factor greater than zero.</summary>
    public static Option<decimal?> Factor(string name, string description) =>
        Of(
            name,
            "X",
            description,
            text =>
                decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor)
                && factor > 0
                    ? factor
                    : (decimal?)null,
            "a number greater than 0"
        );

    /// <summary>A share in per cent, with or without the sign.</summary>
    public static Option<decimal?> Percent(string name, string description) =>
        Of(
            name,
            "PERCENT",
            description,
            text =>
                decimal.TryParse(
                    text.TrimEnd('%'),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var percent
                )
                && percent <= 100
                    ? percent
                    : (decimal?)null,
            "a number from 0 to 100"
        );

    /// <summary>Any text.</summary>
    public static Option<string?> Text(string name, string valueName, string description) =>
        new(name) { Description = description, HelpName = valueName };

    /// <summary>One of a few words.</summary>
    public static Option<string> Word(string name, string description, params string[] words)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"'{token.Value}' does not fit {name}; expected one of: {string.Join(", ", words)}");
            }
        });
        return option;
    }

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description };

    private static Option<T?> Of<T>(
        string name,
        string valueName,
        string description,
        Func<string, T?> parse,
        string forms
    ) =>
        new(name)
        {
            Description = description,
            HelpName = valueName,
            CustomParser = result => Parse(result, name, parse, forms),
        };

    private static T? Parse<T>(ArgumentResult result, string name, Func<string, T?> parse, string forms)
    {
        var text = result.Tokens[^1].Value;
        var value = parse(text);
        if (value is null)
        {
            result.AddError($"'{UrlSecrets.Shown(text)}' does not fit {name}; expected {forms}");
        }

        return value;
    }
}
