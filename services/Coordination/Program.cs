using Ecosystem.Coordination;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults("coordination");
builder.AddEventSourcing("coordination", typeof(Program).Assembly, store => store.KeepWork()
    .Stream<AdministrativeUnit, UnitEvent>("unit", AdministrativeUnit.New, AdministrativeUnit.Evolve)
        .View<Named<Unit>>("unit", Unit.Fold)
    .Stream<Organisation, OrganisationEvent>("organisation", Organisation.New, Organisation.Evolve)
        .View<Named<RegisteredOrganisation>>("organisation", RegisteredOrganisation.Fold)
    .Stream<Directive, DirectiveEvent>("directive", Directive.New, Directive.Evolve)
        .View<IssuedDirective>("directive", IssuedDirective.Fold)
    .Projection<ReceivedDirective>("directive_inbox", DirectiveInbox.On)
    .Announce(Announcements.Of));
builder.Services.AddValidation();
builder.Services.AddSingleton(EcosystemProvinces.From(builder.Configuration));
builder.Services.AddScoped<UnitStorage>().AddSingleton<Addressees>();

var app = builder.Build();
app.UseServiceDefaults();

app.MapPost("/v1/administrative-units/imports", ImportUnits.Handle).RequireScope("organisations.manage").Accepts<string>("text/csv").WithSummary("Load the official list of units and derive the organisations");
app.MapGet("/v1/administrative-units", FindUnits.Handle).RequireScope("organisations.read").WithSummary("Find units by name, with or without accents");
app.MapGet("/v1/administrative-units/{code}", ReadUnit.Handle).RequireScope("organisations.read").WithSummary("Read a unit by its code");
app.MapGet("/v1/organisations", FindOrganisations.Handle).RequireScope("organisations.read").WithSummary("Find organisations by name or by the one above");
app.MapGet("/v1/organisations/{code}", ReadOrganisation.Handle).RequireScope("organisations.read").WithSummary("Read an organisation by its code");

app.MapPost("/v1/directives", IssueDirective.Handle).RequireScope("directives.issue").WithSummary("Issue a directive to organisations below the own");
app.MapGet("/v1/directives", ListDirectives.Handle).RequireScope("directives.handle").WithSummary("List the own organisation's received or issued directives");
app.MapGet("/v1/directives/{id}", ReadDirective.Handle).RequireScope("directives.handle").WithSummary("Read a directive, now or as of a time");
app.MapGet("/v1/directives/{id}/history", ReadDirectiveHistory.Handle).RequireScope("directives.handle").WithSummary("Read who did what when to a directive");
app.MapGet("/v1/directives/{id}/roll-up", RollUp.Handle).RequireScope("directives.handle").WithSummary("Read how far all recipients are");

var recipient = app.MapGroup("/v1/directives/{id}/recipients/{organisation}").RequireScope("directives.handle");
recipient.MapPost("/acknowledgement", AcknowledgeDirective.Handle).WithSummary("Acknowledge a directive as its recipient");
recipient.MapPost("/acceptance", AcceptDirective.Handle).WithSummary("Take a directive on");
recipient.MapPost("/progress", ReportProgress.Handle).WithSummary("Report progress on a directive");
recipient.MapPost("/completion", CompleteDirective.Handle).WithSummary("Report a directive as done");
recipient.MapPost("/refusal", RefuseDirective.Handle).WithSummary("Refuse a directive, with the reason");
app.MapOperations("coordination");

app.Run();
