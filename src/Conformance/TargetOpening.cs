using Conformance.Execution;

namespace Conformance;

/// <summary>Finds the target of a run, or starts the embedded one, and says how it is reached.</summary>
internal static class TargetOpening
{
    /// <summary>How the cases of a plan are carried out, and against what.</summary>
    public static async Task<Attempt<ExecutionOptions>> AddressAsync(
        ConformancePlan plan,
        RunContext context,
        CancellationToken cancellationToken
    )
    {
        var options = plan.Options;
        if ((options.BaseUrl ?? HandlerUrl(options)) is { } baseUrl)
        {
            return Execution(plan, baseUrl);
        }

        if (context.EmbeddedTarget is null)
        {
            return Refusal.Configuration("No target is named.", "Say where it answers: a base URL.");
        }

        var embedded = await context.EmbeddedTarget.StartAsync(
            plan.Specification,
            plan.Environment.Environment,
            options.Seed,
            cancellationToken
        );
        return Execution(plan, embedded.BaseUrl) with
        {
            TokenUrl = options.TokenUrl ?? TokenUrl(plan, embedded.BaseUrl),
            ProviderStatesUrl = options.ProviderStatesUrl ?? embedded.ProviderStatesUrl,
            TakesWebhookState = true,
            LimitShare = 1,
            TestClockUrl = options.TestClockUrl ?? embedded.TestClockUrl,
            Configuration = options.Configuration.SetItems(embedded.Configuration),
            CertificateAuthorityFile = embedded.CertificateAuthority ?? options.CertificateAuthorityFile,
        };
    }

    // A handler of the caller's own connects to whatever it likes; the name only has to be one.
    private static Uri? HandlerUrl(RunOptions options) => options.Handler is null ? null : new("http://localhost");

    // An environment names its own token endpoint, on its own host; the embedded target has one of its own.
    private static Uri? TokenUrl(ConformancePlan plan, Uri baseUrl)
    {
        var declared = plan.Specification.Authentication?.TokenEndpoint?.Url.Value;
        return declared is null ? null
            : Uri.TryCreate(declared, UriKind.Absolute, out var url)
            && url.Scheme.StartsWith("http", StringComparison.Ordinal)
                ? new Uri(baseUrl, url.PathAndQuery)
            : new Uri(baseUrl, declared);
    }

    private static ExecutionOptions Execution(ConformancePlan plan, Uri baseUrl)
    {
        var options = plan.Options;
        return new ExecutionOptions
        {
            BaseUrl = baseUrl,
            Environment = plan.Environment.Environment,
            TokenUrl = options.TokenUrl,
            ProviderStatesUrl = options.ProviderStatesUrl,
            TestClockUrl = options.TestClockUrl,
            WebhookListen = options.WebhookListen,
            WebhookUrl = options.WebhookUrl,
            Configuration = options.Configuration,
            Seed = options.Seed,
            Nonce = options.Nonce,
            LimitShare = options is { Shard: { } shard, OwnTargets: false } ? shard.Of : 1,
            RequestTimeout = options.RequestTimeout,
            CaseTimeout = options.CaseTimeout,
            MaxWait = options.MaxWait,
            MaxRequests = options.MaxRequests,
            AllowWrites = options.AllowWrites,
            AllowInsecure = options.AllowInsecure,
            CertificateAuthorityFile = options.CertificateAuthorityFile,
            Handler = options.Handler,
        };
    }
}
