/**
 * The vocabulary of walks of life, so that a word's surroundings tell which of them it belongs to. A cue is a word
 * in any of its endings, several words (joined by `_`), a beginning (`ophthalm*`), or, with a capital, a word as
 * written. An author refers to a field as `@law` among an alias's cues. Written from general knowledge of English.
 */
export const fields = {
  /** Words that hardly occur in prose that is not about AI. */
  ai: `
    AI AGI ASI ML RL RLHF RLVR RLAIF DPO PPO GRPO SFT LoRA QLoRA PEFT RAG MoE LLM LLMs llm llms VLM VLMs SLM SLMs LMs NLP
    GPT* ChatGPT Claude Gemini Gemma Llama* LLaMA Mistral Mixtral Qwen* DeepSeek Deepseek Grok Kimi GLM Phi Falcon
    MiniMax Nemotron Ernie PaLM BERT RoBERTa T5 CLIP Whisper Codex Copilot Sora Midjourney DALL Veo Perplexity o1 o3 o4
    OpenAI Anthropic DeepMind xAI Cohere Groq Cerebras SambaNova Moonshot Zhipu StepFun HuggingFace Hugging_Face Ollama vLLM
    SGLang TensorRT llama.cpp GGUF GGML GPTQ AWQ MLX Unsloth Axolotl PyTorch TensorFlow Keras JAX CUDA ROCm cuBLAS* NCCL
    Triton LangChain LlamaIndex DSPy MLPerf MMLU SWE_bench GSM8K HumanEval LMArena Transformers MCP
    artificial_intelligence machine_learning deep_learning neural_network neural_net language_model foundation_model
    generative chatbot reinforcement_learning self_attention attention_head 
    tokenizer tokeniser tokenization subword* wordpiece sentencepiece BPE byte_pair  finetun* fine_tuned fine_tuning pretrain* pre_trained pre_training posttrain* post_training
 hyperparameter backprop* perplexity logits softmax autoregressive multimodal
    diffusion_model stable_diffusion convolutional resnet imagenet   
    hallucinat* jailbreak agentic  prompt_engineering system_prompt context_window context_length 
    superintelligence reasoning_model chain_of_thought test_time mixture_of_experts
    instruction_tuning  synthetic_data training_data training_run training_set pre_trained_model
    open_weight open_weights frontier_model frontier_lab billion_parameter 7B 8B 13B 14B 32B 70B 405B TPU TPUs NPU NPUs H100 H200 A100 B200
    exllama* llamacpp Jetson TFLOPS PFLOPS beam_search next_word language_modelling language_modeling GB200 MI300* MI350* MI400 Hopper Blackwell  KV_cache prefill speculative_decoding text_to_image
    torch torchvision safetensors DeepSpeed deepspeed FSDP DDP Megatron NVLink HBM* cuDNN ONNX onnx* OpenVINO YOLO* ViT GANs VAE LSTM* RNN RNNs
    seq2seq word2vec spaCy sklearn scikit_learn XGBoost Colab Kaggle SageMaker CoreWeave LM_Studio ComfyUI SDXL LLaVA
    bitsandbytes flash_attention FlashAttention RoPE top_p top_k vector_database vector_store cosine_similarity FAISS GPQA AIME
    Altman Hassabis Amodei Sutskever Karpathy LeCun Hinton huggingface Trainium Gaudi AlphaGo AlphaFold object_detection image_classification
    sentiment_analysis named_entity text_classification bounding_box autoencoder* MLOps GPT4All KoboldCpp
    TTS text_to_speech ElevenLabs text_generation speech_recognition image_generation computer_vision reward_model overfit* gradient_descent zero_shot few_shot`,
  /** Words that AI shares with other trades. */
  'ai-weak': `
    agent benchmark weights parameter checkpoint instruct distill* embedding transformer hyperscaler* quantiz* quantis*
    model training train prompt algorithm chat assistant robot* autonomous data_center data_centre datacenter gpu GPU GPUs accelerator
    latency throughput batch scaling scale optimiz* epoch learn learning vocabulary vocab decoder encoder
    decode encode layer loss corpus weight kernel vram VRAM 3090 3090s 4090 4090s 5090 5090s V100 V100s RTX bf16 fp8 FP8 FP4 int8 4-bit lab labs bot
    API_pricing quant alignment dataset classifier classification supervised unsupervised generation reasoning
    Nvidia NVIDIA nvidia AMD Microsoft Google Meta Amazon startup server inference compute output input
    research researcher developer capability open_source open_sourced semiconductor chip deploy* leaderboard arXiv SOTA`,
  market: `
    share shares stock stocks shareholder investor investors trader Wall_Street Nasdaq NASDAQ Dow S&P FTSE Nikkei DAX NYSE
    equity equities bond yield treasuries currency dollar euro sterling index indices futures
    bull bear bearish bullish rally slump plunge plummet tumble slide rebound correction rout panic volatil* hedge_fund
    portfolio dividend earnings quarterly revenue profit analyst IPO valuation billion trillion
    ticker Fed Federal_Reserve interest_rate inflation recession
    crypto cryptocurrency commodity commodities gilt gilts broker brokerage markets selling session close closing wiped`,
  disposal: `
    stake stakes asset assets privatis* privatiz* state_owned subsidiary subsidiaries division ministry
    minister government council land garages estate surplus furniture inventory stockpile collection nationalis* nationaliz*
    divest* proceeds bidder auction possessions belongings house houses home homes cattle livestock ownership
    school_playing_field port ports railway heirloom`,
  property: `
    property properties house houses home homeowner landlord tenant lease leasehold freehold rent rental premises
    surveyor assessor assessment assessed appraisal appraiser appraise mortgage land parcel lot dwelling acre
    building condo apartment zoning zone zoned variance residential single_family duplex planning_board depreciation
    replacement_cost vehicle car insurance insurer compensation farmland farm estate probate donated antique
    winger striker midfielder footballer transfer club contract goal salary wage wages labour labor job`,
  law: `
    court judge jury plaintiff defendant claimant appellant respondent barrister solicitor lawyer attorney counsel
    testator statute statutory tort negligence verdict testimony witness prosecut* litigation
    law laws legal jurisdiction Bar LLB LL.B JD J.D Juris_Doctor bachelor master masters degree doctorate postgraduate
    university faculty dean maritime taxation human_rights
    advocate chambers notary arbitration paralegal charterparty conveyanc* disputes jurist* droit derecho diritto graduate graduated alumni qualification qualified Georgetown
    presumption burden_of_proof adverse circumstantial`,
  medicine: `
    patient clinical clinician physician doctor hospital disease therapy treatment trial placebo dose dosage symptom diagnosis
    macular macula retina retinal drusen degeneration ophthalm* intravitreal ranibizumab bevacizumab aflibercept
    cataract glaucoma neovascular choroidal geographic_atrophy age_related
    injection infusion surgery surgical nurse nurses nursing cohort randomised randomized mortality risk_factor
    periodontal dental tooth chlorhexidine serum tissue tumour tumor cancer cell protein gene genome mice mouse rat rats
    blood cardiac diabetes statin vaccine epidemiolog* prevalence incidence vet pet microchip bladder urinary urination
    anaesthe* anesthe* radiolog* x-ray biopsy therapist rehabilitation physiotherap*
    stroke assessment intervention self-efficacy follow-up`,
  sport: `
    league coach athlete workout exercise muscle soreness warm-up stretch gym protein_shake
    sprint marathon cyclist rowing swim swimming training_session endurance 
    goal scored tournament championship cup season golf green iron putter fairway bunker wedge club
    footballer striker winger rugby tennis badminton cricket Olympic medal racing Grand_Prix Formula
    jockey boxing wrestl* skater skating referee`,
  cooking: `
    recipe cook cooking bake baking oven fry fried fryer frying potato potatoes chocolate cookie cookies biscuit dough flour sugar salt
    butter vinegar salsa tortilla crisps snack snacks dip sauce fish cheese salad restaurant café
    cafe menu dish delicious tasty tastiest crispy crunchy kettle banana apple_chips kale vegetable beef chicken
    sausage meat dessert ingredient teaspoon tablespoon starch slices fat oil_for beer wine pub burger dumplings guacamole nacho*`,
  garden: `
    wood woodland bark mulch garden gardener soil seed seeds plant plants flower rose tree trees timber lathe gouge chisel saw
    sawdust lumber carpent* joiner* plywood paint enamel china crack cracked ceramic glaze stone compost pulp straw hedge pellet*
    smoker flint bird nest tooth teacup windshield varnish bowl gravel concrete`,
  games: `
    game games gamer gaming player players console PlayStation Xbox Nintendo Switch controller button 
    L1 L2 R2 R3 L3 D-pad joystick trigger parry dodge weapon ammo deck creature dice board
    meeple poker casino roulette blackjack gambl* dealer
    Minecraft mod arcade pinball pawn rulebook victory_point`,
  motor: `
    motorcycle motorbike bike bikes rider riders Yamaha YZF Honda Kawasaki Suzuki Ducati Fireblade BMW superbike litre throttle clutch
    gear gears gearbox chassis suspension brake brakes quickshifter revs horsepower hp torque tyre tyres tire exhaust carburettor carburetor
    ignition camshaft cylinder engine V8 V6 sedan SUV pickup truck Rivian Audi Porsche Ferrari McLaren 
    car cars driver wheel wheels Interceptor spoiler bodywork mph MotoGP Superbike tuner`,
  photo: `camera cameras Canon EOS Nikon Sony Leica lens lenses shutter aperture sensor autofocus mirrorless megapixel ISO photograph* tripod Ricoh`,
  electronics: `
    resistor resistors resistance resistive capacitor capacitors capacitance inductor diode MOSFET op-amp opamp amplifier voltage ohm ohms
    kΩ Ω circuit circuits circuitry schematic solder soldering breadboard pin pins PCB datasheet microcontroller Arduino ESP32
    LED GPIO I2C SPI UART sensor relay oscillator R2 R3 R4 C1 C2 C3 Q1 D1 U1 potentiometer bypass heat_sink
    TTL CMOS logic_gate multiplexer EEPROM firmware RFID NFC SIM rectifier transformer_winding feedback_loop regulator`,
  network: `
    router routers switch switches subnet OSPF BGP EIGRP RIP VLAN Cisco loopback interface gateway ping packet packets 
    topology Ethernet LAN WAN firewall IP_address DNS DHCP TCP UDP IPv4 IPv6 telnet R2 R3 R4 S1 PC1 token_ring token_bucket neighbor
    static_route default_route rate_limit* `,
  lexer: `
    lexer lexers tokenizer tokenizers tokenize tokenise tokeniser tokenizing lexical lexeme parser parsers parse parsed parsing grammar syntax AST compiler compilers interpreter scanner
    terminal nonterminal operator keyword identifier literal delimiter whitespace regex comma yacc bison ANTLR
    EOF lookahead semicolon macro source_code bracket parenthes* expression `,
  auth: `
    OAuth OAuth2 OpenID SAML JWT JWTs CSRF XSRF bearer authenticat* authoris* authoriz* Authorization login log_in logging_in
    logged_in sign_in signed_in session cookie cookies password passwords passcode passphrase credential credentials secret expir* refresh revoke revoked
    access_token access_tokens api_token api_key API_key header SSO 2FA MFA two_factor one_time fob YubiKey USB smartcard
    hardware_token security_token user_account username permission scope webhook client_id OTP Kerberos keychain .env
    secured secure websocket environment_variable verify verification identity impersonat* permissions user_id`,
  crypto: `
    crypto cryptocurrenc* blockchain blockchains bitcoin Bitcoin BTC ETH ethereum Ethereum ERC* Solana Cardano Polygon NFT NFTs DeFi DAO DEX
    ICO airdrop* stablecoin* wallet wallets mint minted minting staking staked stake validator* ledger smart_contract* coin coins
    altcoin* satoshi* tokenomics tokenis* tokeniz*d_asset hodl exchange liquidity swap whitepaper presale vesting mainnet testnet
    on_chain onchain gas_fee memecoin treasury governance Binance Coinbase Uniswap UTXO transaction transactions
    public_key private_key hash_of SHA256 payee payer memecoins fungible hedera Tether USDT USDC`,
  statistics: `
    statistic* Bayesian Bayes frequentist likelihood posterior prior_distribution estimator estimators variance covariance
    regression hypothesis p-value confidence_interval population populations survey causal causation
    causality observational instrumental confound* correlation econometric* MCMC Markov Monte_Carlo 
    probabilistic random_variable stochastic multiple_imputation propensity inequality theorem lemma proof
    variational median standard_deviation t-test ANOVA randomization significance treatment_effect counterfactual`,
  reason: `
    logic logical deduc* induc* premise premises conclusion conclusions argument arguments syllogism fallacy philosopher philosophy Hume Kant
    Aristotle Peirce Popper epistemolog* metaphysic* observation observed observe infer reasonable warranted justified
    detective Holmes Watson clue clues pupil pupils comprehension drawn attribut*
    stereotyp* hearer speaker implicature pragmatic* belief beliefs mind perception negative hopelessness stranger cognition
    type_inference typing typed compiler Rust TypeScript Haskell Hindley Milner lifetime lifetimes elision annotation annotations Kotlin generic generics variable
    fuzzy Mamdani ontology OWL RDF reasoner Prolog expert_system rule_based grammatical phylogenetic ecological`,
  physics: `
    physics physicist universe cosmolog* cosmic cosmos multiverse constant constants anthropic_principle Higgs supersymmetry boson quark particle particles
    electron proton nucleus nuclei nuclear Nobel Wigner Mayer quantum relativity gravity gravitational dark_matter dark_energy
    naturalness hierarchy_problem telescope star stars stellar galaxy galaxies planet planets redshift orbit spectrum spectra spectral laser optics optical
    mirror lens fringe collider life-permitting laws_of_nature God deity theis* design_argument`,
  tuning: `
    idle carburettor carburetor mixture piano violin guitar string strings radio antenna dial knob peg pegs ear
    recipe seasoning hydration policies legislation regulation budget tax schedule timetable law laws bill proposal plan plans
    draft script CV resume preference preferences settings feed layout colour color brightness contrast volume
    font spacing controls technique posture swing rider chassis suspension wing aerodynamic*
    diet sleep garbage_collector timeout thermostat valve 
    prompt prompts strategy tactics balance gameplay difficulty`,
  person: `
    professor Professor Prof coauthor inequality author authors et_al actor actress singer drummer guitarist film movie starring cast episode director
    novel novelist bishop archbishop dean priest captain Captain colonel Colonel lieutenant sergeant Sergeant admiral regiment mayor Mayor senator Senator governor Governor congressman politician
    poet dynasty emperor Emperor Tang wife husband mother father daughter son aunt uncle auntie Aunt Uncle christened born
    parish genealog* burial family mayoral painter sculptor swimmer coach defender goalkeeper psychologist psychometric racist heredity IQ
    sergeant detective suspect murder trial defendant juror jurors farmer farm village`,
  books: `
    publisher publishers publishing journal journals book books bookshop bookseller bookstore edition editions ed eds Wiley
    Oxford ISBN chapter vol pp doi Synergy handbook Ltd Scientific textbook`,
  insider: `
    Windows preview build builds beta channel channels trading trader dealing
    SEC filing filings transactions transaction takeover knowledge threat threats risk tip tips scoop Pacino Microsoft
    club rewards subscriber membership`,
  politics: `
    mayor Mayor mayoral campaign candidate candidates election electoral primary primaries Super_Tuesday presidential Democrat Democrats Democratic
    Republican nomination debate senator billionaire philanthropist philanthropy philanthropies Philanthropies gun_control smoking soda New_York_City NYC Giuliani Blasio
    City_Hall councilman School_of_Public_Health voters ballot running_mate governor`,
  military: `
    fighter fighters jet jets aircraft squadron airshow air_force Air_Force MiG Sukhoi bomber bombers missile missiles sortie pilot pilots
    navy army troops regiment dragoon* cavalry soldier soldiers battle war warplane* Soviet Typhoon Typhoons`,
  chemistry: `
    methyl ethyl hydrogen alkyl aryl substituent* moiety carbon molecule molecules compound compounds formula catalyst reaction ring_opening
    ligand solvent polymer peptide synthesis mol yield_of R2 R3 acid acidic drainage mine mines coal stream river streams
    heteroaryl halogen phenyl amine`,
  places: `
    station stations railway railways train trains metro subway tram bus buses route turnstile fare junction terminus Dehradun Delhi
    signalman driver ferry airport campus Carnegie doctoral 
    dram drams Armenia Armenian Yerevan Oklahoma county village`,
  keepsake: `
    love affection esteem appreciation gratitude gift friendship goodwill same_token gesture
    backbencher minority woman_on diversity tokenism reinforcement_chart sticker stickers 
    token_economy token_economies copper brass coinage mint medal souvenir harbour wooden`,
  linguistics: `type_token type-token linguist* morpheme phoneme noun verb adjective utterance lexicon semantics syntax speech dialect grammar philolog* symbol_token`,
  computing: `
    algorithm recursive recursion function functions matrix sum integer integers 
    gcd divisor average mean row rows column columns cell equation derivative gradient integral hash checksum digest formula 
    pressure grid trajectory orbit variance`,
} as const satisfies Readonly<Record<string, string>>;

export type Field = keyof typeof fields;
