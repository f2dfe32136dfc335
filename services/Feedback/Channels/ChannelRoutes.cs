using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Channels.Chat;
using Ecosystem.Feedback.Channels.Sensors;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Channels;

/// <summary>The ways in beside the app: hotline and counter, chatbot, partners and stations.</summary>
internal static class ChannelRoutes
{
    public static void KeepChannels(this StoreBuilder store) => store
        .Stream<Dialogue, DialogueEvent>("dialogue", Dialogue.New, Dialogue.Evolve)
        .Stream<Sensor, SensorEvent>("sensor", Sensor.New, Sensor.Evolve);

    public static void AddChannels(this IServiceCollection services) => services.AddSingleton<Callers>().AddScoped<Intake>().AddScoped<Crossings>().AddScoped<Conversation>();

    public static void MapChannels(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/intake/reports", TakeCall.Handle).RequireScope("feedback.intake").WithSummary("Write down a report for a citizen who calls or comes");
        app.MapGet("/v1/reports/{id}/intake", ReadIntake.Handle).RequireScope("feedback.handle").WithSummary("See how a report came in");
        app.MapPost("/v1/partner-reports", TakePartnerReport.Handle).RequireScope("feedback.submit").WithSummary("Hand on a report under a partner's own number");
        app.MapGet("/v1/partner-reports/{reference}", ReadPartnerReport.Handle).RequireScope("feedback.submit").WithSummary("See how far a partner's report is");
        app.MapPost("/v1/dialogues", StartDialogue.Handle).RequireScope("feedback.submit").WithSummary("Start a dialogue that ends in a report");
        app.MapGet("/v1/dialogues/{id}", ReadDialogue.Handle).RequireScope("feedback.submit").WithSummary("See what a dialogue asks now");
        app.MapPost("/v1/dialogues/{id}/answers", AnswerQuestion.Handle).RequireScope("feedback.submit").WithSummary("Answer the dialogue's question");
        app.MapPost("/v1/sensor-readings", TakeReading.Handle).RequireScope("feedback.sense").WithSummary("Tell what a station has measured");
    }
}
