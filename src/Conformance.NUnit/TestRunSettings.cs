using Conformance.Settings;
using NUnit.Framework;

namespace Conformance.NUnit;

/// <summary>
/// Reads options of a test run: a test parameter (<c>TestRunParameters</c> of a runsettings file or the command line)
/// named like the variable, else the environment variable. Works the same however the tests are started.
/// </summary>
public static class TestRunSettings
{
    /// <summary>The options with everything that is set laid over them.</summary>
    /// <param name="options">What holds where nothing is set.</param>
    /// <exception cref="FormatException">A value does not fit; the message names it and what would.</exception>
    public static RunOptions Over(RunOptions options) => Over(options, Setting);

    internal static RunOptions Over(RunOptions options, Func<string, string?> setting)
    {
        var reader = new SettingReader(setting);
        return options with
        {
            Specification = setting("CONFORMANCE_SPEC") ?? options.Specification,
            BaseUrl = reader.Read("CONFORMANCE_BASE_URL", UrlText.Parse, UrlText.Form) ?? options.BaseUrl,
            Environment = setting("CONFORMANCE_ENVIRONMENT") ?? options.Environment,
            TokenUrl = reader.Read("CONFORMANCE_TOKEN_URL", UrlText.Parse, UrlText.Form) ?? options.TokenUrl,
            ProviderStatesUrl = setting("CONFORMANCE_PROVIDER_STATES") ?? options.ProviderStatesUrl,
            TestClockUrl = setting("CONFORMANCE_TEST_CLOCK") ?? options.TestClockUrl,
            WebhookListen = setting("CONFORMANCE_WEBHOOK_LISTEN") ?? options.WebhookListen,
            WebhookUrl = reader.Read("CONFORMANCE_WEBHOOK_URL", UrlText.Parse, UrlText.Form) ?? options.WebhookUrl,
            Filter = setting("CONFORMANCE_FILTER") ?? options.Filter,
            Seed = reader.Number("CONFORMANCE_SEED") ?? options.Seed,
            RequestTimeout = reader.Duration("CONFORMANCE_TIMEOUT") ?? options.RequestTimeout,
            MaxWait = reader.Duration("CONFORMANCE_MAX_WAIT") ?? options.MaxWait,
            AllowedInconclusive = setting("CONFORMANCE_ALLOW_INCONCLUSIVE") is null
                ? options.AllowedInconclusive
                : reader
                    .Read("CONFORMANCE_ALLOW_INCONCLUSIVE", InconclusiveAllowance.Parse, InconclusiveAllowance.Forms)!
                    .Count,
            IsStrict = reader.Switch("CONFORMANCE_STRICT") ?? options.IsStrict,
            AllowWrites = reader.Switch("CONFORMANCE_ALLOW_WRITES") ?? options.AllowWrites,
            AllowInsecure = reader.Switch("CONFORMANCE_ALLOW_INSECURE") ?? options.AllowInsecure,
            Reports = setting("CONFORMANCE_REPORT") ?? options.Reports,
            OutputFolder = setting("CONFORMANCE_OUT") ?? options.OutputFolder,
        };
    }

    private static string? Setting(string name)
    {
        var value = TestContext.Parameters[name] ?? Environment.GetEnvironmentVariable(name);
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
