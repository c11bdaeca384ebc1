using System.Globalization;
using Conformance.Execution.Secrets;
using Conformance.Settings;

namespace Conformance.NUnit;

/// <summary>Reads settings that are more than text.</summary>
internal sealed class SettingReader(Func<string, string?> setting)
{
    /// <summary>A duration; null when it is not set.</summary>
    public TimeSpan? Duration(string name) => Read(name, DurationText.Parse, DurationText.Forms);

    /// <summary>A whole number; null when it is not set.</summary>
    public int? Number(string name) =>
        Read(
            name,
            text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : (int?)null,
            "a whole number of at least 0"
        );

    /// <summary>Yes or no; null when it is not set.</summary>
    public bool? Switch(string name) =>
        Read(
            name,
            text =>
                text switch
                {
                    "1" or "true" => true,
                    "0" or "false" => false,
                    _ => (bool?)null,
                },
            "true or false"
        );

    /// <summary>A value by its parser; null when it is not set.</summary>
    public T? Read<T>(string name, Func<string, T?> parse, string forms)
    {
        var text = setting(name);
        if (text is null)
        {
            return default;
        }

        return parse(text)
            ?? throw new FormatException($"'{UrlSecrets.Shown(text)}' does not fit {name}; expected {forms}.");
    }
}
