using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Specification;

namespace Conformance.Tests.Consumers;

/// <summary>Runs <c>conformance webhook-receiver</c>.</summary>
internal static class ReceiverRun
{
    public const string SecretVariable = "RECEIVER_SECRET";

    /// <summary>Certifies a sample receiver by the example specification, with its effects observed.</summary>
    public static async Task<CliAnswer> OfSampleAsync(string scheme, string fault, params string[] arguments)
    {
        await using var receiver = await SampleReceiver.StartAsync(scheme, fault);
        return await AgainstAsync(
            receiver.BaseUrl,
            scheme,
            ["--probe", $"{receiver.BaseUrl}effects/{{event_id}}", "--probe-field", "count", .. arguments]
        );
    }

    /// <summary>Certifies whatever answers there.</summary>
    public static async Task<CliAnswer> AgainstAsync(Uri receiver, string scheme, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var specification = Path.Combine(folder.Path, "contract.yaml");
        await File.WriteAllTextAsync(specification, Signed(scheme));
        return await CliRunner.RunAsync(
            [
                "webhook-receiver",
                specification,
                "--url",
                $"{receiver}hooks",
                "--secret-env",
                SecretVariable,
                "--settle",
                "3s",
                "--out",
                Path.Combine(folder.Path, "out"),
                .. arguments,
            ],
            console =>
                console with
                {
                    Variables = ImmutableDictionary<string, string>.Empty.Add(SecretVariable, SampleReceiver.Secret),
                }
        );
    }

    // The example specification with another scheme in the place of its own.
    private static string Signed(string scheme)
    {
        var text = File.ReadAllText(RepositoryFiles.Spec("orders.yaml"));
        var declared = scheme switch
        {
            "standard" => "standard-webhooks",
            "plain" => null,
            _ => scheme,
        };
        return declared is null
            ? text
            : Regex.Replace(
                text,
                @"    signature_header:.*\n    signature_algorithm:.*\n    timestamp_header:.*\n",
                $"    scheme: {declared}\n"
            );
    }
}
